// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { PlanProblem } from './plan-problem';
import { Refusal } from './refusal';

/** A plan that was accepted, or why it was not. Keep token: only who has it may submit the evaluation. */
export interface EvaluationAnswer {
  readonly id: string;
  readonly token: string;
  readonly refusal: Refusal | null;
  readonly problems: readonly PlanProblem[];
}

export const EvaluationAnswer: Shape<EvaluationAnswer> = {
  id: 'text',
  token: 'text',
  refusal: { orNull: Refusal },
  problems: [PlanProblem],
};
