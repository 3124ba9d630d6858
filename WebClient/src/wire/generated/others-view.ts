// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Others' results of the scenario's version. Median: 0 when there are none. */
export interface OthersView {
  readonly count: number;
  readonly median: number;
}

export const OthersView: Shape<OthersView> = {
  count: 'number',
  median: 'number',
};
