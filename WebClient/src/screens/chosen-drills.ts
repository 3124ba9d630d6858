import type { DrillCard } from '../wire';

type Drills = readonly DrillCard[];

const isOver = (drill: DrillCard): boolean => drill.status === 'finished';

export const idsOf = (list: Drills): string[] => list.map((drill) => drill.drill);

/** Drills nobody is in and that are not over. */
export const emptyOf = (list: Drills): Drills => list.filter((drill) => !isOver(drill) && drill.online === 0);

/** What of the chosen can be ended. */
export const openOf = (list: Drills, chosen: readonly string[] = idsOf(list)): Drills =>
  list.filter((drill) => !isOver(drill) && chosen.includes(drill.drill));

/** From what of the chosen names can be removed. */
export const namedOf = (list: Drills, chosen: readonly string[] = idsOf(list)): Drills =>
  overOf(list, chosen).filter((drill) => drill.named);

/** What of the chosen can be deleted. */
export const overOf = (list: Drills, chosen: readonly string[] = idsOf(list)): Drills =>
  list.filter((drill) => isOver(drill) && chosen.includes(drill.drill));
