// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ActionSpec } from './action-spec';
import { FailureCard } from './failure-card';
import { FaultSpec } from './fault-spec';
import { Room } from './room';
import { ScenarioCard } from './scenario-card';

/** Where somebody sits. Keep token: it brings the same seat back after a reload or an outage. */
export interface Seat {
  readonly token: string;
  readonly drill: string;
  readonly code: string;
  readonly player: string;
  readonly name: string;
  readonly role: 'player' | 'instructor' | 'observer';
  /** The team played (player) or watched (instructor, observer); null in a lobby when watching nobody. */
  readonly team: string | null;
  readonly scenario: ScenarioCard;
  readonly actions: readonly ActionSpec[];
  readonly faults: readonly FaultSpec[];
  readonly failures: readonly FailureCard[];
  readonly room: Room;
}

export const Seat: Shape<Seat> = {
  token: 'text',
  drill: 'text',
  code: 'text',
  player: 'text',
  name: 'text',
  role: { oneOf: ['player', 'instructor', 'observer'] },
  team: { orNull: 'text' },
  scenario: ScenarioCard,
  actions: [ActionSpec],
  faults: [FaultSpec],
  failures: [FailureCard],
  room: Room,
};
