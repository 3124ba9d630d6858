// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { BesideView } from './beside-view';
import { FieldView } from './field-view';
import { Refusal } from './refusal';
import { UndoView } from './undo-view';

/** What the action would mean if it were taken now. */
export interface PreviewView {
  /** Why it would be refused; null: it would not. */
  readonly refusal: Refusal | null;
  /** How long it takes, simulated; 0: at the next tick. */
  readonly seconds: number;
  /** Of Seconds; open: until the last request there is answered, Seconds is 0. */
  readonly bound: 'exactly' | 'at-most' | 'about' | 'open';
  /** What the bill changes by, dollars an hour. */
  readonly perHour: number;
  /** The bill changes only until it is over. */
  readonly whileItLasts: boolean;
  /** What becomes of requests that are there. */
  readonly inFlight: 'kept' | 'drained' | 'cut';
  /** How many that are now. */
  readonly requests: number;
  /** What would take it back; null: nothing. */
  readonly undo: UndoView | null;
  /** The action's arguments as they are set now, those that are known. */
  readonly present: Readonly<Record<string, string>>;
  /** Its form as it would be opened now with what was asked for; where nothing can be asked: none. */
  readonly fields: readonly FieldView[];
  /** What somebody else is doing there; null: nothing. */
  readonly beside: BesideView | null;
  /** Until it is over nobody serves what it takes away. */
  readonly alone: boolean;
}

export const PreviewView: Shape<PreviewView> = {
  refusal: { orNull: Refusal },
  seconds: { parts: 1000 },
  bound: { oneOf: ['exactly', 'at-most', 'about', 'open'] },
  perHour: { parts: 10000 },
  whileItLasts: 'flag',
  inFlight: { oneOf: ['kept', 'drained', 'cut'] },
  requests: 'number',
  undo: { orNull: UndoView },
  present: { each: 'text' },
  fields: [FieldView],
  beside: { orNull: BesideView },
  alone: 'flag',
};
