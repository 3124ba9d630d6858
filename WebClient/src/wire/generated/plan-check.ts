// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { PlanProblem } from './plan-problem';
import { Refusal } from './refusal';

/** A plan that was read. No refusal and no problems: it can be played. */
export interface PlanCheck {
  readonly refusal: Refusal | null;
  readonly problems: readonly PlanProblem[];
}

export const PlanCheck: Shape<PlanCheck> = {
  refusal: { orNull: Refusal },
  problems: [PlanProblem],
};
