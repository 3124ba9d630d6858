import type { FailureCard } from './incidents';
import type { ScenarioCard } from './library';
import type { Room } from './room';
import type { Text } from './text';

/** Why something was not done: a stable code and a text that says what would work. */
export interface Refusal {
  readonly code: string;
  readonly text: Text;
}

export interface SeatAnswer {
  readonly seat: Seat | null;
  readonly refusal: Refusal | null;
}

/** A seat that was given up at another connection. */
export interface EndedSeat {
  readonly drill: string;
  readonly player: string;
  readonly text: Text;
}

/** Where somebody sits. The token brings the same seat back. */
export interface Seat {
  readonly token: string;
  readonly drill: string;
  readonly code: string;
  readonly player: string;
  readonly name: string;
  readonly role: string;
  readonly team: string | null;
  readonly scenario: ScenarioCard;
  readonly actions: readonly ActionSpec[];
  readonly faults: readonly FaultSpec[];
  readonly failures: readonly FailureCard[];
  readonly room: Room;
}

/** The tick a command was logged for, or a refusal. */
export interface Receipt {
  readonly tick: number;
  readonly refusal: Refusal | null;
}

/** An action's form. Target: rack, server, balancer, cache, database, dns, certificate, scaler, rollout, users, alert, hints or incident. */
export interface ActionSpec {
  readonly id: string;
  readonly target: string;
  readonly parameters: readonly ParameterSpec[];
  readonly seconds: number;
}

/**
 * Kind: number, duration (seconds), choice, server, address (where users may be sent), size, version, flag, text or component. Only: the other
 * parameter's values with which it matters.
 */
export interface ParameterSpec {
  readonly name: string;
  readonly kind: string;
  readonly min: number;
  readonly max: number;
  readonly initial: string;
  readonly choices: readonly string[];
  readonly only: Dependence | null;
}

export interface Dependence {
  readonly parameter: string;
  readonly values: readonly string[];
}

/** A fault an instructor may inject. Target: rack, feed, server, balancer, database or users. */
export interface FaultSpec {
  readonly id: string;
  readonly target: string;
  readonly parameters: readonly ParameterSpec[];
  readonly text: Text;
}
