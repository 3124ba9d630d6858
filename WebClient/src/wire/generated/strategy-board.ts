// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { StrategyEntry } from './strategy-entry';

/** A scenario's board of strategies, best mean first, ties by cost. Every entry is verified. */
export interface StrategyBoard {
  readonly scenario: string;
  readonly scenarioVersion: number;
  /** Of the scenario, that have entries; newest first. */
  readonly versions: readonly number[];
  readonly entries: readonly StrategyEntry[];
}

export const StrategyBoard: Shape<StrategyBoard> = {
  scenario: 'text',
  scenarioVersion: 'number',
  versions: ['number'],
  entries: [StrategyEntry],
};
