/** Seconds of simulated time one point covers at first; it doubles whenever the line is full. */
const firstStepMs = 1000;
const pointsMost = 600;

/** The service level over the drill, thinned so that it never grows without end. */
export class LevelLine {
  times: number[] = [];
  values: number[] = [];
  #stepMs = firstStepMs;

  add(timeMs: number, value: number): void {
    const last = this.times.at(-1);
    if (last !== undefined && timeMs - last < this.#stepMs) return;
    this.times.push(timeMs);
    this.values.push(value);
    if (this.times.length > pointsMost) this.#thin();
  }

  /** Takes over a past told by the server; what was seen after it stays. */
  fill(times: readonly number[], values: readonly number[]): void {
    const last = times.at(-1);
    if (last === undefined) return;
    const seen = this.times.map((time, at) => [time, this.values[at] ?? 0] as const).filter(([time]) => time > last);
    this.clear();
    times.forEach((time, at) => this.add(time, values[at] ?? 0));
    for (const [time, value] of seen) this.add(time, value);
  }

  clear(): void {
    this.times = [];
    this.values = [];
    this.#stepMs = firstStepMs;
  }

  #thin(): void {
    this.#stepMs *= 2;
    this.times = this.times.filter((_, at) => at % 2 === 0);
    this.values = this.values.filter((_, at) => at % 2 === 0);
  }
}
