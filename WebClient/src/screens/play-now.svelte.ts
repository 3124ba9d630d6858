import { session } from '../connection/session.svelte';
import { daily } from '../progress/daily.svelte';
import type { DailyView, SeatAnswer } from '../wire';

/** One click, one running drill. */
class PlayNow {
  busy = $state(false);

  async go(scenario: string | null): Promise<void> {
    await this.#sit(() => session.link.call('PlayNow', scenario));
  }

  /** The drill of the day; the first try played to its end counts. */
  async daily(today: DailyView): Promise<void> {
    const answer = await this.#sit(() => session.link.call('PlayDaily'));
    if (answer?.seat) daily.begin(today.date, answer.seat.room.drill);
  }

  async sandbox(scenario: string): Promise<void> {
    await this.#sit(() => session.link.call('PlaySandbox', scenario));
  }

  /** The drill that is over once more, alone, with the same luck. */
  async again(): Promise<void> {
    await this.#sit(() => session.link.call('PlayAgain'));
  }

  /** From a moment of it on, as it went until then: practice. */
  async from(atMs: number): Promise<void> {
    await this.#sit(() => session.link.call('PlayFrom', atMs));
  }

  async #sit(ask: () => Promise<SeatAnswer>): Promise<SeatAnswer | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      const answer = await ask();
      session.sit(answer);
      return answer;
    } catch {
      // The line broke; the badge in the masthead says so and the button works again once it is back.
      return null;
    } finally {
      this.busy = false;
    }
  }
}

export const playNow = new PlayNow();
