// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Phrase } from './phrase';

/** What happened. Answer: from 1. Told: the alert that decided; null: none of what was asked about happened. */
export interface BetOutcomeView {
  readonly answer: number;
  readonly told: Phrase | null;
  readonly atMs: number;
}

export const BetOutcomeView: Shape<BetOutcomeView> = {
  answer: 'number',
  told: { orNull: Phrase },
  atMs: { parts: 10 },
};
