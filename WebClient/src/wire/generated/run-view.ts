// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { EventView } from './event-view';

/** A run in points evenly apart: the first at StepMs. Lost: points of the service part so far. */
export interface RunView {
  readonly total: number;
  readonly stepMs: number;
  /** Service level, 0–1. */
  readonly levels: readonly number[];
  readonly lost: readonly number[];
  /** What was done, and of the team's own run also its alerts. */
  readonly moves: readonly EventView[];
}

export const RunView: Shape<RunView> = {
  total: 'number',
  stepMs: { parts: 10 },
  levels: ['number'],
  lost: ['number'],
  moves: [EventView],
};
