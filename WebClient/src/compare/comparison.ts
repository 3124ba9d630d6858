import type { IntervalView, Text } from '../wire';

/** The six rollouts on three scenarios, as the command `compare --json` made it. */
export interface Comparison {
  readonly engine: string;
  readonly seeds: number;
  readonly scenarios: readonly ComparedScenario[];
}

export interface ComparedScenario {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly servers: number;
  readonly parDollars: number;
  /** Best mean first, ties by cost. */
  readonly strategies: readonly ComparedStrategy[];
}

export interface ComparedStrategy {
  readonly id: string;
  readonly title: Text;
  /** One more than there are strategies that are really better here. */
  readonly rank: number;
  readonly score: IntervalView;
  /** Its score less the best one's, seed by seed. */
  readonly behind: IntervalView;
  readonly failed: IntervalView;
  readonly p99Ms: IntervalView;
  readonly rolloutSeconds: IntervalView;
  readonly spent: IntervalView;
  readonly serversLeast: number;
  readonly memoryMost: number;
  readonly connectionsMost: number;
  readonly scores: readonly number[];
}

/** What a strategy may have to pay with; from so many times the least on it is a price, below it is nothing to choose by. */
interface Price {
  readonly id: string;
  readonly of: (strategy: ComparedStrategy) => number;
  readonly times: number;
}

const prices: readonly Price[] = [
  { id: 'failed', of: (strategy) => strategy.failed.mean, times: 1 },
  { id: 'p99', of: (strategy) => strategy.p99Ms.mean, times: 1.1 },
  // how long nobody may touch anything else: minutes instead of one
  { id: 'takes', of: (strategy) => strategy.rolloutSeconds.mean, times: 3 },
  { id: 'money', of: (strategy) => strategy.spent.mean, times: 1.05 },
  { id: 'servers', of: (strategy) => -strategy.serversLeast, times: 1 },
  { id: 'memory', of: (strategy) => strategy.memoryMost, times: 1.1 },
  { id: 'connections', of: (strategy) => strategy.connectionsMost, times: 1.1 },
];

/** Figures a strategy pays with here, by the columns' ids. */
export function paysWith(strategy: ComparedStrategy, all: readonly ComparedStrategy[]): ReadonlySet<string> {
  return new Set(prices.filter(({ of, times }) => of(strategy) > Math.min(...all.map(of)) * times).map(({ id }) => id));
}
