// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { HintView } from './hint-view';

/** Hints come one after another, each for its points. */
export interface HintsView {
  /** Oldest first. */
  readonly taken: readonly HintView[];
  /** How many more there are. */
  readonly left: number;
  /** What the next one costs. */
  readonly points: number;
  /** When it may be asked for. */
  readonly fromMs: number;
}

export const HintsView: Shape<HintsView> = {
  taken: [HintView],
  left: 'number',
  points: 'number',
  fromMs: { parts: 10 },
};
