// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Refusal } from './refusal';
import { Seat } from './seat';

/** Answer of every way into a drill: a seat, or why not. */
export interface SeatAnswer {
  readonly seat: Seat | null;
  readonly refusal: Refusal | null;
}

export const SeatAnswer: Shape<SeatAnswer> = {
  seat: { orNull: Seat },
  refusal: { orNull: Refusal },
};
