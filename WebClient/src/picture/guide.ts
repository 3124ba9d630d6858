import { Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import { along, lengthOf, type Point, type Way } from '../drawing/geometry';
import type { Layout } from './layout';
import { wayThrough } from './ways';

/** Slow enough to be followed with the eyes. */
const unitsPerMs = 0.16;
const leastMs = 700;
const radius = 6.5;

/** One request that is followed: it walks from station to station and waits at the last of them. */
export class Guide {
  readonly g = new Graphics();
  #stations: readonly string[] = [];
  #way: Way | null = null;
  #ms = 0;
  readonly #point: Point = { x: 0, y: 0 };

  /** None: nobody is followed. */
  go(stations: readonly string[], layout: Layout | null, still: boolean): void {
    this.#stations = stations;
    this.#way = layout && wayThrough(stations, layout);
    this.#ms = still ? Infinity : 0;
  }

  /** The same stations stand elsewhere; who has arrived stays there. */
  layOut(layout: Layout): void {
    if (this.#stations.length > 0) this.#way = wayThrough(this.#stations, layout);
  }

  /** True: something of it changed. */
  draw(passedMs: number, scale: number, colors: Colors): boolean {
    const was = this.g.visible;
    this.g.visible = this.#way !== null;
    if (!this.#way) return was;
    const lasts = Math.max(leastMs, lengthOf(this.#way) / unitsPerMs);
    const walks = this.#ms < lasts;
    this.#ms += passedMs;
    const { x, y } = along(this.#way, gently(Math.min(1, this.#ms / lasts)), this.#point);
    this.g.clear().circle(0, 0, radius + 4).fill({ color: colors.accent, alpha: 0.28 });
    this.g.circle(0, 0, radius).fill(colors.accent).stroke({ width: 2, color: colors.ink });
    this.g.position.set(x * scale, y * scale);
    return walks || !was;
  }
}

function gently(t: number): number {
  return t * t * (3 - 2 * t);
}
