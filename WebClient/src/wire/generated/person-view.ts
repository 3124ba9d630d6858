// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Somebody in the room. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly role: 'player' | 'instructor' | 'observer';
  readonly team: string | null;
  readonly online: boolean;
}

export const PersonView: Shape<PersonView> = {
  id: 'text',
  name: 'text',
  role: { oneOf: ['player', 'instructor', 'observer'] },
  team: { orNull: 'text' },
  online: 'flag',
};
