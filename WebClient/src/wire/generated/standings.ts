// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** How a drill's teams stand now, in the order of the Room's; sent if nothing else has changed. */
export interface Standings {
  readonly drill: string;
  readonly scores: readonly number[];
  readonly services: readonly number[];
  readonly spent: readonly number[];
}

export const Standings: Shape<Standings> = {
  drill: 'text',
  scores: ['number'],
  services: ['number'],
  spent: ['number'],
};
