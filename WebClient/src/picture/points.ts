import type { AlertView, ScoreView } from '../wire';
import type { Lost } from './losses';

/** Points that were lost at a component, shown for a while. */
export interface Flight {
  readonly at: string;
  readonly points: number;
  readonly sinceMs: number;
}

/** How long one is seen. */
export const flightMs = 1800;
/** What is lost meanwhile at the same component flies with the next one. */
const pauseMs = 900;

/**
 * Points fly from where they were lost. What the service lost is shared out by where requests were lost lately; what the response
 * to an incident lost comes from the component of its first alert. Together they are what the score fell by, to the point.
 */
export class Points {
  #before: ScoreView | null = null;
  #waiting = new Map<string, number>();
  #flights: Flight[] = [];

  take(score: ScoreView | null, lost: ReadonlyMap<string, Lost>, alerts: readonly AlertView[]): void {
    const before = this.#before;
    this.#before = score;
    if (!before || !score || before === score) return;
    const hurt = alerts.find(({ severity }) => severity === 'critical')?.component ?? null;
    for (const [at, points] of shared(fallen(before, score, 'service'), lost)) this.#add(at, points);
    if (hurt !== null) this.#add(hurt, fallen(before, score, 'response'));
  }

  /** Those that are on their way. */
  at(nowMs: number): readonly Flight[] {
    this.#flights = this.#flights.filter(({ sinceMs }) => nowMs - sinceMs < flightMs);
    for (const [at, points] of this.#waiting) {
      if (this.#flights.some((one) => one.at === at && nowMs - one.sinceMs < pauseMs)) continue;
      this.#waiting.delete(at);
      this.#flights.push({ at, points, sinceMs: nowMs });
    }
    return this.#flights;
  }

  forget(): void {
    this.#before = null;
    this.#waiting.clear();
    this.#flights = [];
  }

  #add(at: string, points: number): void {
    if (points > 0) this.#waiting.set(at, (this.#waiting.get(at) ?? 0) + points);
  }
}

function fallen(before: ScoreView, after: ScoreView, part: ScoreView['lines'][number]['part']): number {
  const sum = ({ lines }: ScoreView): number =>
    lines.reduce((points, line) => points + (line.part === part ? line.points : 0), 0);
  return Math.max(0, sum(before) - sum(after));
}

/** Whole points by share; what rounding leaves over goes where most was lost. */
export function shared(points: number, lost: ReadonlyMap<string, Lost>): readonly (readonly [string, number])[] {
  const places = [...lost].toSorted(([, a], [, b]) => b.share - a.share);
  const parts = places.map(([at, { share }]) => [at, Math.floor(points * share)] as const);
  const rest = points - parts.reduce((sum, [, part]) => sum + part, 0);
  return parts.map(([at, part], place) => [at, place === 0 ? part + rest : part]);
}
