import { medals, type Medal } from './medals';

/** What this browser knows of a scenario that was played in it. */
export interface Played {
  readonly times: number;
  /** Of drills played to their end; null: none was. */
  readonly best: number | null;
  readonly medal: Medal | null;
  /** The drill it was told of last: looking at its end again is not another one. */
  readonly drill: string;
}

export type Record = Readonly<{ [scenario: string]: Played }>;

export interface Result {
  readonly scenario: string;
  readonly drill: string;
  readonly total: number;
  readonly complete: boolean;
  readonly medal: Medal | null;
}

const none: Played = { times: 0, best: null, medal: null, drill: '' };

export function withResult(record: Record, result: Result): Record {
  const before = record[result.scenario] ?? none;
  const again = before.drill === result.drill;
  const best = result.complete ? Math.max(before.best ?? 0, result.total) : before.best;
  const medal = medals.find((one) => one === before.medal || one === result.medal) ?? null;
  if (again && best === before.best && medal === before.medal) return record;
  const times = again ? before.times : before.times + 1;
  return { ...record, [result.scenario]: { times, best, medal, drill: result.drill } };
}

/** The first of the library that has no medal yet and was not just played; null: all have one. */
export function nextToLearn(order: readonly string[], record: Record): string | null {
  const open = order.filter((id) => !record[id]?.medal);
  return open.find((id) => !record[id]) ?? open[0] ?? null;
}

/** The one after it in the library; null: it is the last. */
export function following(order: readonly string[], scenario: string): string | null {
  const at = order.indexOf(scenario);
  return at === -1 ? null : (order[at + 1] ?? null);
}

/** What was kept, as far as it is one of ours: anybody can write into a browser's storage. */
export function read(text: string | null): Record {
  const kept: Record = {};
  try {
    const all: unknown = JSON.parse(text ?? '{}');
    if (typeof all !== 'object' || all === null) return kept;
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Played] => isPlayed(entry[1])));
  } catch {
    return kept;
  }
}

function isPlayed(value: unknown): value is Played {
  if (typeof value !== 'object' || value === null) return false;
  const { times, best, medal, drill } = value as Partial<Played>;
  return (
    typeof times === 'number' && (best === null || typeof best === 'number') && typeof drill === 'string'
    && (medal === null || medals.some((one) => one === medal))
  );
}
