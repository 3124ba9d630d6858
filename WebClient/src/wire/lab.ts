import type { ActionSpec, Refusal } from './seat';
import type { Text } from './text';

/** What the strategy lab offers for a scenario. */
export interface LabView {
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly engine: string;
  readonly seeds: number;
  readonly planBytes: number;
  readonly templates: readonly PlanTemplate[];
  readonly actions: readonly ActionSpec[];
  /** Ids of components by kind of target. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

/** A plan of the library. Kind: nothing, par or tempting; in the comparison the strategy. */
export interface PlanTemplate {
  readonly kind: string;
  readonly title: Text;
  readonly text: string;
}

/** One mistake in a plan; line and column from 1. */
export interface PlanProblem {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: Text;
}

export interface PlanCheck {
  readonly refusal: Refusal | null;
  readonly problems: readonly PlanProblem[];
}

/** A plan that was taken, or why not. Only who has the token may submit it. */
export interface EvaluationAnswer {
  readonly id: string;
  readonly token: string;
  readonly refusal: Refusal | null;
  readonly problems: readonly PlanProblem[];
}

export interface SubmitStrategy {
  readonly id: string;
  readonly token: string;
  readonly name: string;
}

/** A plan played over many seeds. Status: open, done or failed. Verdict: none, pending, verified or refused. */
export interface EvaluationView {
  readonly id: string;
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly engine: string;
  readonly title: Text;
  readonly house: string;
  readonly status: string;
  readonly seeds: number;
  readonly rows: readonly SeedRow[];
  readonly totals: Totals | null;
  readonly name: string;
  readonly verdict: string;
  readonly checked: number;
  readonly finding: string;
}

export interface SeedRow {
  readonly seed: number;
  readonly score: number;
  readonly failed: number;
  readonly spent: number;
  readonly rolloutSeconds: number;
  readonly given: number;
  readonly refused: number;
}

/** Means over the seeds with their 95 % intervals. */
export interface Totals {
  readonly score: Interval;
  readonly failed: Interval;
  readonly spent: Interval;
  readonly rolloutSeconds: Interval;
}

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A scenario's board of strategies, best mean first, ties by cost. */
export interface StrategyBoard {
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly versions: readonly number[];
  readonly entries: readonly StrategyEntry[];
}

/** Name: empty for the house's; then House says which. */
export interface StrategyEntry {
  readonly id: string;
  readonly name: string;
  readonly house: string;
  readonly title: Text;
  readonly totals: Totals;
  readonly scores: readonly number[];
  readonly engine: string;
  readonly submittedAt: string;
}
