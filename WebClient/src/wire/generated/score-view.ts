// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ScoreLineView } from './score-line-view';

/** The score so far: Total is the sum of the lines' points, 0–1000. */
export interface ScoreView {
  readonly total: number;
  readonly lines: readonly ScoreLineView[];
}

export const ScoreView: Shape<ScoreView> = {
  total: 'number',
  lines: [ScoreLineView],
};
