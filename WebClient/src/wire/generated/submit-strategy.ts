// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Put a finished evaluation on its board. */
export interface SubmitStrategy {
  readonly id: string;
  readonly token: string;
  /** 1–40 characters: letters, digits, spaces and - _ . ' ( ). */
  readonly name: string;
}

export const SubmitStrategy: Shape<SubmitStrategy> = {
  id: 'text',
  token: 'text',
  name: 'text',
};
