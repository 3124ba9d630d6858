import type { EventView } from '../wire';

/** Who listens cannot skim: what the system says of itself is in the feed. */
const told: ReadonlySet<string> = new Set(['alert', 'cleared', 'command', 'refused', 'drill']);
const most = 5;

/** What is worth saying aloud of the events after one. */
export function newsAfter(last: EventView | undefined, events: readonly EventView[]): readonly EventView[] {
  const from = last === undefined ? 0 : events.lastIndexOf(last) + 1;
  // a gap: what came before it is nobody's news
  if (last !== undefined && from === 0) return [];
  return events.slice(from).filter((event) => told.has(event.kind)).slice(-most);
}
