// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** A seat that ended by what was done elsewhere, and what to tell whoever sat there. */
export interface EndedSeat {
  readonly drill: string;
  readonly player: string;
  readonly text: Text;
}

export const EndedSeat: Shape<EndedSeat> = {
  drill: 'text',
  player: 'text',
  text: Text,
};
