// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A drill as the organiser's list shows it. */
export interface DrillCard {
  readonly drill: string;
  readonly code: string;
  readonly scenario: string;
  readonly status: 'lobby' | 'running' | 'paused' | 'finished';
  /** Each has an estate of its own. */
  readonly teams: number;
  /** Who has a seat. */
  readonly people: number;
  /** Who of them is connected. */
  readonly online: number;
  readonly startedAt: string;
  /** People are still called by their names in it. */
  readonly named: boolean;
}

export const DrillCard: Shape<DrillCard> = {
  drill: 'text',
  code: 'text',
  scenario: 'text',
  status: { oneOf: ['lobby', 'running', 'paused', 'finished'] },
  teams: 'number',
  people: 'number',
  online: 'number',
  startedAt: 'text',
  named: 'flag',
};
