import { figuresOf, type Component } from '../kinds';
import type { HistoryView } from '../wire';

/** Points a chart keeps: ten minutes of seconds. */
const pointsMost = 600;

/** A component's figures over time: the server's history first, then a point each simulated second from the frames. */
export class Record {
  times: number[] = [];
  readonly series = new Map<string, (number | null)[]>();

  constructor(history: HistoryView | null) {
    if (!history) return;
    this.times = history.timesMs.map((ms) => ms / 1000);
    for (const [name, values] of Object.entries(history.series)) this.series.set(name, [...values]);
  }

  /** True when a point was added. */
  add(timeMs: number, component: Component): boolean {
    const second = Math.floor(timeMs / 1000);
    const last = this.times.at(-1);
    if (last !== undefined && second <= last) return false;
    this.times.push(second);
    for (const [name, value] of Object.entries(figuresOf(component))) this.#line(name).push(value);
    for (const values of this.series.values()) while (values.length < this.times.length) values.push(null);
    if (this.times.length > pointsMost) {
      this.times.shift();
      for (const values of this.series.values()) values.shift();
    }
    return true;
  }

  line(name: string): readonly (number | null)[] {
    return this.series.get(name) ?? [];
  }

  #line(name: string): (number | null)[] {
    let values = this.series.get(name);
    if (!values) {
      values = new Array<null>(this.times.length - 1).fill(null);
      this.series.set(name, values);
    }
    return values;
  }
}
