// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** Why something was not done: a stable code and a text that says what would work. */
export interface Refusal {
  readonly code: string;
  readonly text: Text;
}

export const Refusal: Shape<Refusal> = {
  code: 'text',
  text: Text,
};
