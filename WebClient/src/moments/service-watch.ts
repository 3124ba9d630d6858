/** Below it the service is broken, from the higher one on it is well again; the top bar's colours change there, too. */
export const brokenBelow = 0.8;
export const wellFrom = 0.95;

/** A level is that of ten seconds; what does not last is no moment. */
const lastsMs = 3000;

export type Moment =
  | { readonly kind: 'broke'; readonly timeMs: number; readonly level: number }
  | { readonly kind: 'back'; readonly timeMs: number; readonly afterMs: number };

/** Tells when the service breaks and when it is back, by the drill's own clock. */
export class ServiceWatch {
  #brokeMs: number | null = null;
  #sinceMs: number | null = null;

  take(level: number, timeMs: number): Moment | null {
    const turning = this.#brokeMs === null ? level < brokenBelow : level >= wellFrom;
    if (!turning) {
      this.#sinceMs = null;
      return null;
    }
    this.#sinceMs ??= timeMs;
    if (timeMs - this.#sinceMs < lastsMs) return null;
    const [brokeMs, atMs] = [this.#brokeMs, this.#sinceMs];
    this.#sinceMs = null;
    this.#brokeMs = brokeMs === null ? atMs : null;
    return brokeMs === null ? { kind: 'broke', timeMs: atMs, level } : { kind: 'back', timeMs: atMs, afterMs: atMs - brokeMs };
  }
}
