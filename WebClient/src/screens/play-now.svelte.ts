import { session } from '../connection/session.svelte';

/** One click, one running drill. */
class PlayNow {
  busy = $state(false);

  async go(scenario: string | null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      session.sit(await session.link.call('PlayNow', scenario));
    } catch {
      // The line broke; the badge in the masthead says so and the button works again once it is back.
    } finally {
      this.busy = false;
    }
  }
}

export const playNow = new PlayNow();
