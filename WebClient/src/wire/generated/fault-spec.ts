// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ParameterSpec } from './parameter-spec';
import { Text } from './text';

/** A fault an instructor may inject. */
export interface FaultSpec {
  readonly id: string;
  readonly target: 'rack' | 'server' | 'balancer' | 'cache' | 'database' | 'alert' | 'users' | 'dns' | 'certificate' | 'rollout' |
      'scaler' | 'feed' | 'incident' | 'hints' | 'bets' | 'queue';
  readonly parameters: readonly ParameterSpec[];
  readonly text: Text;
}

export const FaultSpec: Shape<FaultSpec> = {
  id: 'text',
  target: { oneOf: ['rack', 'server', 'balancer', 'cache', 'database', 'alert', 'users', 'dns', 'certificate', 'rollout',
      'scaler', 'feed', 'incident', 'hints', 'bets', 'queue'] },
  parameters: [ParameterSpec],
  text: Text,
};
