import type { BetView } from '../wire';

/** How long the answer stays on the play screen; later it is found in the events and at the end. */
const toldForMs = 60_000;

/** What somebody sees of the team's bet. Answers are numbered from 1. */
export interface BetCard {
  readonly stage: BetView['stage'];
  readonly own: number | null;
  /** Their own is the right one; null: not decided, or they have none. */
  readonly right: boolean | null;
  /** What the others chose; nobody sees it while bets are taken. */
  readonly others: readonly { readonly by: string; readonly answer: number }[];
  readonly leftMs: number;
}

/** Null: there is nothing to show now. */
export function betCard(bet: BetView | null, name: string | null, timeMs: number): BetCard | null {
  if (!bet || (bet.outcome && timeMs > bet.outcome.atMs + toldForMs)) return null;
  return {
    stage: bet.stage,
    own: ownBet(bet, name),
    right: isRight(bet, name),
    others: bet.stage === 'open' ? [] : bet.placed.filter(({ by }) => by !== name),
    leftMs: Math.max(0, bet.untilMs - timeMs),
  };
}

/** @param name Null: somebody who only watches. */
export function ownBet(bet: BetView, name: string | null): number | null {
  return bet.placed.find(({ by }) => by === name)?.answer ?? null;
}

export function isRight(bet: BetView, name: string | null): boolean | null {
  const own = ownBet(bet, name);
  return own === null || bet.outcome === null ? null : own === bet.outcome.answer;
}
