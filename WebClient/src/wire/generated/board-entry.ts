// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** One row of a scenario's board of finished drills, best first. */
export interface BoardEntry {
  readonly drill: string;
  readonly team: string;
  readonly players: readonly string[];
  readonly score: number;
  readonly service: number;
  readonly spent: number;
  readonly seed: string;
  readonly finishedAt: string;
  readonly scenarioVersion: number;
  readonly engine: string;
}

export const BoardEntry: Shape<BoardEntry> = {
  drill: 'text',
  team: 'text',
  players: ['text'],
  score: 'number',
  service: 'number',
  spent: 'number',
  seed: 'text',
  finishedAt: 'text',
  scenarioVersion: 'number',
  engine: 'text',
};
