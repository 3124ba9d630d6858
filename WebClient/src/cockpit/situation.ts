import type { AlertView, EventView } from '../wire';

/** A service below this is not well. */
const wellFrom = 0.99;
/** So long before and after it began, what happened may have to do with it. */
const beforeMs = 90_000;
const afterMs = 5_000;
const changesMost = 12;

interface Line {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** Since when something is wrong: the first open alert, or the moment from which the service was not well; null: nothing is. */
export function sinceOf(alerts: readonly AlertView[], { times, values }: Line): number | null {
  const below = values.findLastIndex((value) => value >= wellFrom) + 1;
  const all = [...alerts.map(({ sinceMs }) => sinceMs), ...(below < times.length ? [times[below] ?? 0] : [])];
  return all.length > 0 ? Math.min(...all) : null;
}

/** What changed about then, oldest first; alerts only say that it did. */
export function changesAbout(events: readonly EventView[], sinceMs: number): readonly EventView[] {
  return events
    .filter(({ kind }) => kind === 'command' || kind === 'system' || kind === 'drill')
    .filter(({ timeMs }) => timeMs >= sinceMs - beforeMs && timeMs <= sinceMs + afterMs)
    .slice(-changesMost);
}
