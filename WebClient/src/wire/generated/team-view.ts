// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A team in the room; Score, Service (0–1) and Spent are live, about once a second. */
export interface TeamView {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly service: number;
  readonly spent: number;
}

export const TeamView: Shape<TeamView> = {
  id: 'text',
  name: 'text',
  score: 'number',
  service: 'number',
  spent: 'number',
};
