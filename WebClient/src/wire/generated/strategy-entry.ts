// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';
import { Totals } from './totals';

/** One strategy. Name: as submitted; empty for the house's (then House says which). */
export interface StrategyEntry {
  readonly id: string;
  readonly name: string;
  readonly house: string;
  readonly title: Text;
  readonly totals: Totals;
  /** Of the seeds, in their order. */
  readonly scores: readonly number[];
  readonly engine: string;
  readonly submittedAt: string;
}

export const StrategyEntry: Shape<StrategyEntry> = {
  id: 'text',
  name: 'text',
  house: 'text',
  title: Text,
  totals: Totals,
  scores: ['number'],
  engine: 'text',
  submittedAt: 'text',
};
