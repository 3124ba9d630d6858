import { causeOf } from '../kinds/users/cause';
import type { TraceView } from '../wire';

/** Losses older than this say nothing about now. */
const keptMs = 60_000;

interface Loss {
  readonly timeMs: number;
  readonly at: string;
  readonly cause: string;
  readonly count: number;
}

/** Of all requests lost lately, those lost at one component, and what most of them failed with. */
export interface Lost {
  readonly share: number;
  readonly cause: string;
}

/** Where requests were lost lately, as far as sampled traces tell. */
export class Losses {
  #all: Loss[] = [];

  add(trace: TraceView): void {
    const found = causeOf(trace);
    if (!found) return;
    this.#all.push({ ...found, timeMs: trace.startMs + trace.totalMs, count: trace.count });
  }

  lately(timeMs: number): ReadonlyMap<string, Lost> {
    this.#all = this.#all.filter((loss) => loss.timeMs > timeMs - keptMs && loss.timeMs <= timeMs + keptMs);
    const all = this.#all.reduce((sum, { count }) => sum + count, 0);
    const places = [...new Set(this.#all.map(({ at }) => at))];
    return new Map(places.map((at) => [at, lostAt(this.#all.filter((loss) => loss.at === at), all)]));
  }

  clear(): void {
    this.#all = [];
  }
}

function lostAt(here: readonly Loss[], all: number): Lost {
  const counts = new Map<string, number>();
  for (const { cause, count } of here) counts.set(cause, (counts.get(cause) ?? 0) + count);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return { share: [...counts.values()].reduce((sum, count) => sum + count, 0) / all, cause: most?.[0] ?? '' };
}
