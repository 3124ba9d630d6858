// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Phrase } from './phrase';

/** One explained line. */
export interface ScoreLineView {
  readonly part: 'service' | 'cost' | 'response' | 'delivery' | 'hints';
  readonly points: number;
  readonly why: Phrase;
}

export const ScoreLineView: Shape<ScoreLineView> = {
  part: { oneOf: ['service', 'cost', 'response', 'delivery', 'hints'] },
  points: 'number',
  why: Phrase,
};
