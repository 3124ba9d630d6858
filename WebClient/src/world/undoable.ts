import type { EventView } from '../wire';

/** What was done and can still be taken back, oldest first: what has been taken back is not offered again. */
export function undoable(events: readonly EventView[]): readonly EventView[] {
  const undone = new Set(events.map((event) => event.undoes));
  return events.filter((event) => event.kind === 'command' && event.undo !== null && event.command !== null && !undone.has(event.command));
}
