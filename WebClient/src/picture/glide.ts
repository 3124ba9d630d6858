import type { Point } from '../drawing/geometry';

const lastsMs = 420;

/** Where drawings stand on the screen, by their names. */
export type Places = ReadonlyMap<string, Point>;

/** When the picture is laid out again, what was there already moves to its new place, and what is new appears. */
export class Glide {
  #from: Places = new Map();
  #to: Places = new Map();
  #sinceMs = -Infinity;

  begin(from: Places, to: Places, nowMs: number): void {
    [this.#from, this.#to, this.#sinceMs] = [from, to, nowMs];
  }

  end(): void {
    this.#sinceMs = -Infinity;
  }

  goes(nowMs: number): boolean {
    return nowMs - this.#sinceMs < lastsMs;
  }

  /** 0 when it begins, 1 at its end: quick first, then slower. */
  share(nowMs: number): number {
    const left = 1 - Math.min(1, Math.max(0, (nowMs - this.#sinceMs) / lastsMs));
    return 1 - left ** 3;
  }

  /** How far a drawing still is from its place; null: it has only now appeared. */
  offset(name: string, nowMs: number): Point | null {
    const [from, to] = [this.#from.get(name), this.#to.get(name)];
    if (!to) return { x: 0, y: 0 };
    if (!from) return null;
    const left = 1 - this.share(nowMs);
    return { x: (from.x - to.x) * left, y: (from.y - to.y) * left };
  }
}
