import type { BesideView, UndoView } from './happenings';
import type { Refusal } from './seat';

/** What an action would mean now. Bound: exactly, at-most, about, open. InFlight: kept, drained, cut. */
export interface PreviewView {
  readonly refusal: Refusal | null;
  readonly seconds: number;
  readonly bound: string;
  readonly perHour: number;
  readonly whileItLasts: boolean;
  readonly inFlight: string;
  readonly requests: number;
  readonly undo: UndoView | null;
  readonly present: Readonly<Record<string, string>>;
  readonly beside: BesideView | null;
}
