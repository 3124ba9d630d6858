// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** One mistake in a plan and where it stands (line and column from 1). */
export interface PlanProblem {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: Text;
}

export const PlanProblem: Shape<PlanProblem> = {
  line: 'number',
  column: 'number',
  code: 'text',
  text: Text,
};
