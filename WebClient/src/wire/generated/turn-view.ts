// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { EventView } from './event-view';

/** The moment at which points began, or ceased, to be lost so fast. */
export interface TurnView {
  readonly timeMs: number;
  /** Points lost a minute just before it; After: just after it; Par: by par just after it. */
  readonly before: number;
  readonly after: number;
  readonly par: number;
  readonly parLevel: number;
  /** Which of the causes began then (from 0); Over: which were over then. */
  readonly causes: readonly number[];
  readonly over: readonly number[];
  /** What the team did just before it; ParMoves: what par did around it. */
  readonly moves: readonly EventView[];
  readonly parMoves: readonly EventView[];
}

export const TurnView: Shape<TurnView> = {
  timeMs: { parts: 10 },
  before: 'number',
  after: 'number',
  par: 'number',
  parLevel: 'number',
  causes: ['number'],
  over: ['number'],
  moves: [EventView],
  parMoves: [EventView],
};
