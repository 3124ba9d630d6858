import type { ActionSpec } from '../wire';

export interface Group {
  /** Of `actions_{topic}`. */
  readonly topic: ActionSpec['topic'];
  readonly actions: readonly ActionSpec[];
}

/** Actions by what they are about, in the order they came. */
export function groupsOf(actions: readonly ActionSpec[]): readonly Group[] {
  const topics = [...new Set(actions.map(({ topic }) => topic))];
  return topics.map((topic) => ({ topic, actions: actions.filter((action) => action.topic === topic) }));
}
