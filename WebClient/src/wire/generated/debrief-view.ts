// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { BetterView } from './better-view';
import { CauseLoss } from './cause-loss';
import { MedalsView } from './medals-view';
import { OthersView } from './others-view';
import { PartLoss } from './part-loss';
import { RunView } from './run-view';
import { Text } from './text';
import { TurnView } from './turn-view';

/** A team's drill looked back at. Played again from its log, so every figure is the drill's own. */
export interface DebriefView {
  readonly drill: string;
  readonly team: string;
  /** Of the score; with all that was lost it makes 1000. */
  readonly total: number;
  readonly complete: boolean;
  /** Points that each part of the score lost. */
  readonly lost: readonly PartLoss[];
  /** What was really wrong, in order of time, and what it cost users. */
  readonly causes: readonly CauseLoss[];
  /** What the service part lost while nothing of it was there. */
  readonly otherPoints: number;
  readonly own: RunView;
  /** The library's own plan on the same luck; null: it has none. */
  readonly par: RunView | null;
  readonly turn: TurnView | null;
  readonly better: BetterView | null;
  /** Null: there is no par, or the drill was not played to its end. */
  readonly medals: MedalsView | null;
  /** Verified results of others. */
  readonly others: OthersView;
  /** What the drill was about; null before all of it has happened, and where there is nothing to say. */
  readonly notes: Text | null;
}

export const DebriefView: Shape<DebriefView> = {
  drill: 'text',
  team: 'text',
  total: 'number',
  complete: 'flag',
  lost: [PartLoss],
  causes: [CauseLoss],
  otherPoints: 'number',
  own: RunView,
  par: { orNull: RunView },
  turn: { orNull: TurnView },
  better: { orNull: BetterView },
  medals: { orNull: MedalsView },
  others: OthersView,
  notes: { orNull: Text },
};
