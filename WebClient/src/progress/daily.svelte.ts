import { begun, ended, readDaily, type DailyRecord } from './daily';

const key = 'opsgame.daily';

/** The drill of the day as this browser has played it. It stays here: no server knows it. */
class Daily {
  #record = $state.raw<DailyRecord | null>(readDaily(localStorage.getItem(key)));

  on(date: string): DailyRecord | null {
    return this.#record?.date === date ? this.#record : null;
  }

  begin(date: string, drill: string): void {
    // another tab may have played meanwhile
    this.#keep(begun(readDaily(localStorage.getItem(key)), date, drill));
  }

  end(drill: string, total: number, complete: boolean): void {
    const kept = ended(readDaily(localStorage.getItem(key)), drill, total, complete);
    if (kept) this.#keep(kept);
  }

  #keep(record: DailyRecord): void {
    this.#record = record;
    localStorage.setItem(key, JSON.stringify(record));
  }
}

export const daily = new Daily();
