// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** From how many points on a medal is earned on this luck; Nothing: what doing nothing scores. */
export interface MedalsView {
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly nothing: number;
}

export const MedalsView: Shape<MedalsView> = {
  gold: 'number',
  silver: 'number',
  bronze: 'number',
  nothing: 'number',
};
