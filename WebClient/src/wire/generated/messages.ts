// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { EndedSeat } from './ended-seat';
import type { EvaluationView } from './evaluation-view';
import type { Room } from './room';
import type { Standings } from './standings';
import type { Text } from './text';

/** All messages a server can send. */
export interface Messages {
  /** What a tick changed in the estate in view: a packed Frame. */
  readonly Frame: Uint8Array;
  /** The room changed: people, status, speed. */
  readonly Room: Room;
  /** How the teams stand, about once a second. */
  readonly Standings: Standings;
  /** The seat of this connection was given up at another one, or its drill was deleted. */
  readonly SeatEnded: EndedSeat;
  /** An evaluation that is watched got on. */
  readonly Evaluation: EvaluationView;
  /** A board of this scenario has another entry, or one less. */
  readonly Board: string;
  /** The client speaks another version of this contract than the server; every call is refused. */
  readonly Outdated: Text;
}
