// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Interval } from './interval';

/** Means over the seeds with their 95 % intervals. */
export interface Totals {
  readonly score: Interval;
  readonly failed: Interval;
  readonly spent: Interval;
  readonly rolloutSeconds: Interval;
}

export const Totals: Shape<Totals> = {
  score: Interval,
  failed: Interval,
  spent: Interval,
  rolloutSeconds: Interval,
};
