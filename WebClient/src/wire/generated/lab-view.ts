// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ActionSpec } from './action-spec';
import { PlanTemplate } from './plan-template';

/** What the strategy lab offers for a scenario. */
export interface LabView {
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly engine: string;
  /** How many seeds a plan is played with: 1 … Seeds. */
  readonly seeds: number;
  /** The longest plan, in bytes of UTF-8. */
  readonly planBytes: number;
  /** The library's plans, to begin from. */
  readonly templates: readonly PlanTemplate[];
  /** What a plan may do in this scenario, with its sizes and versions filled in. */
  readonly actions: readonly ActionSpec[];
  /** Ids of the scenario's components, by kind of target. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

export const LabView: Shape<LabView> = {
  scenario: 'text',
  scenarioVersion: 'number',
  engine: 'text',
  seeds: 'number',
  planBytes: 'number',
  templates: [PlanTemplate],
  actions: [ActionSpec],
  targets: { each: ['text'] },
};
