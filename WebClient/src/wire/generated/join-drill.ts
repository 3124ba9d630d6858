// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Take a seat in a drill. */
export interface JoinDrill {
  /** Six characters, case and spaces ignored. */
  readonly code: string;
  /** 1–40 characters: letters, digits, spaces and - _ . ' ( ). */
  readonly name: string;
  /** Team id; null: the smallest team (players) or none (observers). */
  readonly team: string | null;
  readonly role: 'player' | 'observer';
}

export const JoinDrill: Shape<JoinDrill> = {
  code: 'text',
  name: 'text',
  team: { orNull: 'text' },
  role: { oneOf: ['player', 'observer'] },
};
