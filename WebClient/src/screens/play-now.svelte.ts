import { session } from '../connection/session.svelte';
import type { SeatAnswer } from '../wire';

/** One click, one running drill. */
class PlayNow {
  busy = $state(false);

  go(scenario: string | null): Promise<void> {
    return this.#sit(() => session.link.call('PlayNow', scenario));
  }

  sandbox(scenario: string): Promise<void> {
    return this.#sit(() => session.link.call('PlaySandbox', scenario));
  }

  /** The drill that is over once more, alone, with the same luck. */
  again(): Promise<void> {
    return this.#sit(() => session.link.call('PlayAgain'));
  }

  /** From a moment of it on, as it went until then: practice. */
  from(atMs: number): Promise<void> {
    return this.#sit(() => session.link.call('PlayFrom', atMs));
  }

  async #sit(ask: () => Promise<SeatAnswer>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      session.sit(await ask());
    } catch {
      // The line broke; the badge in the masthead says so and the button works again once it is back.
    } finally {
      this.busy = false;
    }
  }
}

export const playNow = new PlayNow();
