// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { EventView } from './event-view';

/** What par did and the team did not. Own and Par: points lost in the minute from then on. */
export interface BetterView {
  readonly move: EventView;
  readonly own: number;
  readonly par: number;
}

export const BetterView: Shape<BetterView> = {
  move: EventView,
  own: 'number',
  par: 'number',
};
