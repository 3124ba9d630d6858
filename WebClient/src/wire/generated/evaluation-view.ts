// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { SeedRow } from './seed-row';
import { Text } from './text';
import { Totals } from './totals';

/** A plan played over many seeds, as it stands: sent whole whenever a seed is finished. */
export interface EvaluationView {
  readonly id: string;
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly engine: string;
  readonly title: Text;
  /** nothing, par or tempting, in the comparison the strategy; empty: somebody's own. */
  readonly house: string;
  readonly status: 'open' | 'done' | 'failed';
  readonly seeds: number;
  /** Finished seeds. */
  readonly rows: readonly SeedRow[];
  /** Over the finished seeds; null before the first. */
  readonly totals: Totals | null;
  readonly name: string;
  readonly verdict: 'none' | 'pending' | 'verified' | 'refused';
  /** Seeds a verification has played again. */
  readonly checked: number;
  /** Why it failed or was refused; as a rule empty. */
  readonly finding: string;
}

export const EvaluationView: Shape<EvaluationView> = {
  id: 'text',
  scenario: 'text',
  scenarioVersion: 'number',
  engine: 'text',
  title: Text,
  house: 'text',
  status: { oneOf: ['open', 'done', 'failed'] },
  seeds: 'number',
  rows: [SeedRow],
  totals: { orNull: Totals },
  name: 'text',
  verdict: { oneOf: ['none', 'pending', 'verified', 'refused'] },
  checked: 'number',
  finding: 'text',
};
