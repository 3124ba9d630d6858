// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ParameterSpec } from './parameter-spec';

/** An action's form: what the inspector and the palette offer. Texts of actions live in the client (action_{id}). */
export interface ActionSpec {
  readonly id: string;
  readonly target: 'rack' | 'server' | 'balancer' | 'cache' | 'database' | 'alert' | 'users' | 'dns' | 'certificate' | 'rollout' |
      'scaler' | 'feed' | 'incident' | 'hints' | 'bets' | 'queue';
  /** Lists are grouped by it, in the order of the type. */
  readonly topic: 'run' | 'traffic' | 'capacity' | 'protect' | 'checks' | 'release' | 'other';
  readonly parameters: readonly ParameterSpec[];
  /** How long it takes in simulated seconds (0: at the next tick). */
  readonly seconds: number;
}

export const ActionSpec: Shape<ActionSpec> = {
  id: 'text',
  target: { oneOf: ['rack', 'server', 'balancer', 'cache', 'database', 'alert', 'users', 'dns', 'certificate', 'rollout',
      'scaler', 'feed', 'incident', 'hints', 'bets', 'queue'] },
  topic: { oneOf: ['run', 'traffic', 'capacity', 'protect', 'checks', 'release', 'other'] },
  parameters: [ParameterSpec],
  seconds: { parts: 1000 },
};
