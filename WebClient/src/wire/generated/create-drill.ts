// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Create a team drill; the caller becomes its instructor. */
export interface CreateDrill {
  /** Id of a scenario in the library. */
  readonly scenario: string;
  /** The instructor's name, 1–40 characters. */
  readonly name: string;
  /** Team names, 1–40 of them, each 1–40 characters, all different. */
  readonly teams: readonly string[];
  /** Of the random numbers, the same for every team; null: the server draws one. */
  readonly seed: number | null;
}

export const CreateDrill: Shape<CreateDrill> = {
  scenario: 'text',
  name: 'text',
  teams: ['text'],
  seed: { orNull: 'number' },
};
