// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A mean and where the true mean lies with 95 % confidence; of one value all three are the same. */
export interface IntervalView {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export const IntervalView: Shape<IntervalView> = {
  mean: 'number',
  low: 'number',
  high: 'number',
};
