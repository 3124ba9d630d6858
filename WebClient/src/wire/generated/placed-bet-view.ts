// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Somebody's bet. Answer: from 1. */
export interface PlacedBetView {
  readonly by: string;
  readonly answer: number;
}

export const PlacedBetView: Shape<PlacedBetView> = {
  by: 'text',
  answer: 'number',
};
