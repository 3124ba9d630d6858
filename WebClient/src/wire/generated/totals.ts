// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { IntervalView } from './interval-view';

/** Means over the seeds with their 95 % intervals. */
export interface Totals {
  readonly score: IntervalView;
  readonly failed: IntervalView;
  readonly spent: IntervalView;
  readonly rolloutSeconds: IntervalView;
}

export const Totals: Shape<Totals> = {
  score: IntervalView,
  failed: IntervalView,
  spent: IntervalView,
  rolloutSeconds: IntervalView,
};
