// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { BetOutcomeView } from './bet-outcome-view';
import { PlacedBetView } from './placed-bet-view';
import { Text } from './text';

/** A question about what will happen. */
export interface BetView {
  readonly question: Text;
  /** Answer 1 first. */
  readonly answers: readonly Text[];
  readonly stage: 'open' | 'closed' | 'decided';
  readonly untilMs: number;
  /** Everybody's; what others chose is nobody's business before bets are closed. */
  readonly placed: readonly PlacedBetView[];
  /** Null: nothing has decided yet. */
  readonly outcome: BetOutcomeView | null;
  /** The page of Learn that explains it; null: none. */
  readonly idea: string | null;
}

export const BetView: Shape<BetView> = {
  question: Text,
  answers: [Text],
  stage: { oneOf: ['open', 'closed', 'decided'] },
  untilMs: { parts: 10 },
  placed: [PlacedBetView],
  outcome: { orNull: BetOutcomeView },
  idea: { orNull: 'text' },
};
