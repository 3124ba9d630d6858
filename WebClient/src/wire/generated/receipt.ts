// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Refusal } from './refusal';

/** Answer of a command: the tick it was logged for, or a refusal. The outcome itself arrives as an event in a frame. */
export interface Receipt {
  readonly tick: number;
  readonly refusal: Refusal | null;
}

export const Receipt: Shape<Receipt> = {
  tick: 'number',
  refusal: { orNull: Refusal },
};
