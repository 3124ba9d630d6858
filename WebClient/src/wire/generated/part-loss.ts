// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Points a part of the score lost, 0 or more. */
export interface PartLoss {
  readonly part: 'service' | 'cost' | 'response' | 'delivery' | 'hints';
  readonly points: number;
}

export const PartLoss: Shape<PartLoss> = {
  part: { oneOf: ['service', 'cost', 'response', 'delivery', 'hints'] },
  points: 'number',
};
