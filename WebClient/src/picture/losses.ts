import { causeOf } from '../kinds/users/cause';
import type { BalancerView, DatabaseView, TraceView } from '../wire';

/** Losses older than this say nothing about now. */
const keptMs = 60_000;

/** What a balancer answers by itself is lost at it; everything else it has from a target that it knocked at in vain. */
const own: ReadonlySet<string> = new Set([
  'no-target', 'rate-limited', 'queue-full', 'queue-timeout', 'load-shed', 'blocked', 'cut',
]);

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

/** What else is known of where requests may be lost. */
export interface Estate {
  readonly balancers: readonly Pick<BalancerView, 'id' | 'targets'>[];
  readonly databases: readonly Pick<DatabaseView, 'id' | 'nodes'>[];
}

/**
 * Where requests were lost lately, as far as sampled traces tell; the review after the drill names the same places. What never
 * got through from a balancer is lost where it was sent.
 */
export class Losses {
  #all: Loss[] = [];

  add(trace: TraceView, estate: Estate): void {
    const found = causeOf(trace);
    if (!found) return;
    const timeMs = trace.startMs + trace.totalMs;
    for (const [at, part] of placesOf(found, estate))
      this.#all.push({ at, cause: found.cause, timeMs, count: trace.count * part });
  }

  lately(timeMs: number, spanMs = keptMs): ReadonlyMap<string, Lost> {
    this.#all = this.#all.filter((loss) => loss.timeMs > timeMs - keptMs && loss.timeMs <= timeMs + keptMs);
    const some = this.#all.filter((loss) => loss.timeMs > timeMs - spanMs);
    const all = some.reduce((sum, { count }) => sum + count, 0);
    const places = [...new Set(some.map(({ at }) => at))];
    return new Map(places.map((at) => [at, lostAt(some.filter((loss) => loss.at === at), all)]));
  }

  clear(): void {
    this.#all = [];
  }
}

function placesOf({ at, cause, role }: Found, { balancers, databases }: Estate): readonly (readonly [string, number])[] {
  const database = role === 'db' ? databases.find(({ nodes }) => nodes.some(({ server }) => server === at)) : undefined;
  if (database) return [[database.id, 1]];
  const failing = (balancers.find(({ id }) => id === at)?.targets ?? []).filter((target) => target.failuresPerSecond > 0);
  if (failing.length === 0 || own.has(cause)) return [[at, 1]];
  const all = failing.reduce((sum, target) => sum + target.failuresPerSecond, 0);
  return failing.map((target) => [target.server, target.failuresPerSecond / all]);
}

type Found = NonNullable<ReturnType<typeof causeOf>>;

function lostAt(here: readonly Loss[], all: number): Lost {
  const counts = new Map<string, number>();
  for (const { cause, count } of here) counts.set(cause, (counts.get(cause) ?? 0) + count);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return { share: [...counts.values()].reduce((sum, count) => sum + count, 0) / all, cause: most?.[0] ?? '' };
}
