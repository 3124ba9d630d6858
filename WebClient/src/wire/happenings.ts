import type { Text } from './text';

/** The score so far: total is the sum of the lines' points, 0–1000. */
export interface ScoreView {
  readonly total: number;
  readonly lines: readonly ScoreLineView[];
}

/** Part: service, cost, response, delivery or hints. */
export interface ScoreLineView {
  readonly part: string;
  readonly points: number;
  readonly why: Text;
}

/** An open alert. Severity: critical or warning. By: who acknowledged it. */
export interface AlertView {
  readonly id: string;
  readonly severity: string;
  readonly component: string | null;
  readonly text: Text;
  readonly sinceMs: number;
  readonly by: string | null;
}

/** Hints come one after another; `points` is what the next one costs, `fromMs` when it may be asked for. */
export interface HintsView {
  readonly taken: readonly HintView[];
  readonly left: number;
  readonly points: number;
  readonly fromMs: number;
}

export interface HintView {
  readonly text: Text;
  readonly points: number;
  readonly atMs: number;
  readonly by: string;
}

/** Kind: command, refused, system, alert, cleared or drill. Command: the client's command id, where it is one's outcome. */
export interface EventView {
  readonly timeMs: number;
  readonly kind: string;
  readonly code: string;
  readonly component: string | null;
  readonly player: string | null;
  readonly command: string | null;
  readonly text: Text;
  readonly undo: UndoView | null;
  readonly undoes: string | null;
  readonly beside: BesideView | null;
}

/** The command that takes another one back. */
export interface UndoView {
  readonly action: string;
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Who does what to a component, or did it a moment ago. */
export interface BesideView {
  readonly player: string;
  readonly component: string;
  readonly sinceMs: number;
  readonly text: Text;
}

/** A component's recent past, one point a simulated second, newest last. */
export interface HistoryView {
  readonly component: string;
  readonly timesMs: readonly number[];
  readonly series: Readonly<Record<string, readonly number[]>>;
  readonly log: readonly EventView[];
}
