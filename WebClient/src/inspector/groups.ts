import type { ActionSpec } from '../wire';

export interface Group {
  /** Of `actions_{topic}`; null: they need no heading. */
  readonly topic: ActionSpec['topic'] | null;
  readonly actions: readonly ActionSpec[];
}

/** Those at hand, and those behind "More". */
interface Sorted {
  readonly common: readonly ActionSpec[];
  readonly more: readonly Group[];
}

/** A few need no order. */
const manyFrom = 7;

/** Of many actions the common ones in their own order, all others by what they are about, in the order they came. */
export function sorted(actions: readonly ActionSpec[], common: readonly string[]): Sorted {
  if (actions.length < manyFrom) return { common: actions, more: [] };
  const first = common.flatMap((id) => actions.filter((action) => action.id === id));
  const others = actions.filter((action) => !first.includes(action));
  return { common: first, more: groupsOf(others) };
}

/** Actions by what they are about, in the order they came. */
export function groupsOf(actions: readonly ActionSpec[]): readonly Group[] {
  const topics = [...new Set(actions.map(({ topic }) => topic))];
  return topics.map((topic) => ({ topic, actions: actions.filter((action) => action.topic === topic) }));
}
