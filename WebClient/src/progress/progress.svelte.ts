import { read, withResult, type Played, type Record, type Result } from './record';

const key = 'opsgame.progress';

/** What was played in this browser, and how well. It stays here: no server knows it. */
class Progress {
  #record = $state.raw<Record>(read(localStorage.getItem(key)));

  get all(): Record {
    return this.#record;
  }

  of(scenario: string): Played | null {
    return this.#record[scenario] ?? null;
  }

  keep(result: Result): void {
    // another tab may have kept something meanwhile
    this.#record = withResult(read(localStorage.getItem(key)), result);
    localStorage.setItem(key, JSON.stringify(this.#record));
  }
}

export const progress = new Progress();
