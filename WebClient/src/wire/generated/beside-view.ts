// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Phrase } from './phrase';

/** Who is doing what, or did it a moment ago. Text: the outcome of what they do. SinceMs: simulated time. */
export interface BesideView {
  readonly player: string;
  readonly component: string;
  readonly sinceMs: number;
  readonly text: Phrase;
}

export const BesideView: Shape<BesideView> = {
  player: 'text',
  component: 'text',
  sinceMs: { parts: 10 },
  text: Phrase,
};
