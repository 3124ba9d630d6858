import type { EventView } from '../wire';

/** What was done and can still be taken back, oldest first: what has been taken back is not offered again. */
export function undoable(events: readonly EventView[]): readonly EventView[] {
  const undone = new Set(events.map((event) => event.undoes));
  const isDone = ({ kind, command }: EventView): boolean => kind === 'command' && command !== null && !undone.has(command);
  return events.filter((event) => event.undo !== null && isDone(event));
}
