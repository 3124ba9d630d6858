import type { HopView, TraceView } from '../../wire';

/** What a request does during a part of a stay: wait to be served, work, or wait for the station it called. */
export type Doing = 'wait' | 'work' | 'called';

export interface Part {
  readonly doing: Doing;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The parts of one stay, in order. Waits after work began (for a lock, a connection, a core's process) are known by their sum
 * only and are shown before the work they held up.
 */
export function partsOf(hop: HopView, hops: readonly HopView[], endMs: number): readonly Part[] {
  const outMs = hop.outMs >= hop.inMs ? hop.outMs : endMs;
  const parts: Part[] = [];
  const add = (doing: Doing, fromMs: number, toMs: number): void => {
    if (toMs > fromMs) parts.push({ doing, fromMs, toMs });
  };
  let paused = hop.pausedMs;
  const own = (fromMs: number, toMs: number): void => {
    const waited = Math.min(paused, Math.max(0, toMs - fromMs));
    paused -= waited;
    add('wait', fromMs, fromMs + waited);
    add('work', fromMs + waited, toMs);
  };
  const began = hop.workMs >= hop.inMs ? Math.min(hop.workMs, outMs) : outMs;
  add('wait', hop.inMs, began);
  let at = began;
  for (const inner of [...hops].sort((a, b) => a.inMs - b.inMs)) {
    const back = inner.outMs >= inner.inMs ? inner.outMs : endMs;
    if (inner === hop || inner.inMs < began || inner.inMs < at || back > outMs || back <= at) continue;
    if (inner.inMs === hop.inMs && back === outMs && hops.indexOf(inner) < hops.indexOf(hop)) continue;
    own(at, inner.inMs);
    add('called', inner.inMs, back);
    at = back;
  }
  own(at, outMs);
  return parts;
}

/** The request a trace is of; attempts after the first are numbered. */
export function requestOf({ class: users, number, attempt }: TraceView): string {
  return attempt > 1 ? `${users}-${number}#${attempt}` : `${users}-${number}`;
}
