// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { BesideView } from './beside-view';
import { Phrase } from './phrase';
import { UndoView } from './undo-view';

/** A line of the event feed. Kind command: a player did something; system: a component said so. */
export interface EventView {
  readonly timeMs: number;
  readonly kind: 'command' | 'refused' | 'system' | 'alert' | 'cleared' | 'drill';
  readonly code: string;
  readonly component: string | null;
  readonly player: string | null;
  /** The client's command id where the event is the outcome of one (done or refused). */
  readonly command: string | null;
  readonly text: Phrase;
  /** What takes it back: the command to send, with Undoes = Command; null: nothing does. */
  readonly undo: UndoView | null;
  /** Id of the command it took back; null: none. */
  readonly undoes: string | null;
  /** What somebody else was doing to the component; null: nothing. A refusal is shown with it. */
  readonly beside: BesideView | null;
}

export const EventView: Shape<EventView> = {
  timeMs: { parts: 10 },
  kind: { oneOf: ['command', 'refused', 'system', 'alert', 'cleared', 'drill'] },
  code: 'text',
  component: { orNull: 'text' },
  player: { orNull: 'text' },
  command: { orNull: 'text' },
  text: Phrase,
  undo: { orNull: UndoView },
  undoes: { orNull: 'text' },
  beside: { orNull: BesideView },
};
