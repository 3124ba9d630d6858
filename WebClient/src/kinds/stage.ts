/** What a request meets, in its order; then what holds that, and what changes it. */
export const stages = ['users', 'edge', 'door', 'server', 'middle', 'data', 'frame', 'capacity', 'delivery'] as const;

export type Stage = (typeof stages)[number];

/** In the order of their stages; those of one stage stay as they stand. */
export function byStage<Item>(all: readonly Item[], stageOf: (item: Item) => Stage): Item[] {
  return all.toSorted((a, b) => stages.indexOf(stageOf(a)) - stages.indexOf(stageOf(b)));
}
