import type { HopView, TraceView } from '../wire';

/** Hello: not the request yet, but its connection's handshakes. */
export type Mark = 'none' | 'late' | 'failed' | 'hello';

/** A part of a dot's way: travelling from one station to another, or staying at one. */
export interface Leg {
  readonly kind: 'travel' | 'wait' | 'work';
  readonly from: string;
  readonly to: string;
  /** Stays only: the real milliseconds. */
  readonly realMs: number;
  readonly back: boolean;
  readonly mark: Mark;
  /** A wait after work began: for a lock, a connection, a core. */
  readonly held: boolean;
}

/** The station where a request of unknown way knocks: the first balancer or server. */
export const entrance = 'entrance';

interface Stay {
  readonly station: string;
  readonly hop: HopView;
  /** Until when the time here is already shown. */
  shownMs: number;
  /** What of its waits after work began is not yet shown. */
  pausedMs: number;
}

/** Round trips between a user and the door, before a request. */
const flights = new Set(['connect', 'tls']);
/** What of a handshake happens at a balancer is named after it. */
const handshakeEnd = '/tls';

export function stationOf(hop: HopView): string {
  return hop.role === null ? hop.at : `${hop.at}/${hop.role}`;
}

/** Turns a trace into the legs its dot travels. Stays nest by time: leaving one means going back to whoever called. */
export function journeyOf(trace: TraceView): readonly Leg[] {
  const home = `users/${trace.class}`;
  const end: Mark = trace.outcome === 'ok' ? 'none' : trace.outcome === 'late' ? 'late' : 'failed';
  const legs: Leg[] = [];
  const stack: Stay[] = [];
  const hops = [...trace.hops].sort((a, b) => a.inMs - b.inMs || b.outMs - a.outMs);
  let here = home;
  let mark: Mark = 'none';

  const travel = (to: string, back: boolean): void => {
    if (to !== here) legs.push({ kind: 'travel', from: here, to, realMs: 0, back, mark, held: false });
    here = to;
  };
  const stay = (kind: 'wait' | 'work', realMs: number, held = false): void => {
    if (realMs > 0) legs.push({ kind, from: here, to: here, realMs, back: false, mark, held });
  };
  const work = (at: Stay, untilMs: number): void => {
    const waited = waitedOf(at, untilMs);
    stay('wait', waited, true);
    stay('work', untilMs - at.shownMs - waited);
  };
  const leaveTop = (through: string | null): void => {
    const top = stack.pop();
    if (!top) return;
    work(top, outOf(top.hop, trace));
    const caller = stack.at(-1);
    if (caller) caller.shownMs = Math.max(caller.shownMs, outOf(top.hop, trace));
    if (failed(top.hop.note)) mark = 'failed';
    if (through === null) travel(caller?.station ?? home, true);
  };

  const shakeHands = (hop: HopView): void => {
    const door = hops.find((one) => one.inMs >= hop.inMs && isStay(one));
    const worked = hop.at === 'tls' ? hops.find((one) => one.at.endsWith(handshakeEnd) && one.inMs >= hop.inMs) : undefined;
    mark = 'hello';
    travel(door ? stationOf(door) : entrance, false);
    if (worked) stay('wait', worked.workMs - worked.inMs);
    if (worked) stay('work', worked.outMs - worked.workMs);
    if (failed(hop.note)) mark = 'failed';
    travel(home, true);
    mark = 'none';
  };

  for (const hop of hops) {
    const station = stationOf(hop);
    for (let top = stack.at(-1); top && outOf(top.hop, trace) <= hop.inMs; top = stack.at(-1))
      leaveTop(top.hop.note === 'miss' && hop.role === 'db' ? station : null);
    if (!isStay(hop)) {
      // Within a server a handshake is a part of the stay there.
      if (flights.has(hop.at) && stack.length === 0) shakeHands(hop);
      continue;
    }
    const caller = stack.at(-1);
    if (caller && here === caller.station) work(caller, hop.inMs);
    if (caller) caller.shownMs = hop.inMs;
    travel(station, false);
    stay('wait', hop.workMs - hop.inMs);
    stack.push({ station, hop, shownMs: Math.max(hop.inMs, hop.workMs), pausedMs: hop.pausedMs });
  }
  if (hops.length === 0) travel(entrance, false);
  const last = stack.at(-1);
  if (last) {
    work(last, outOf(last.hop, trace));
    last.shownMs = outOf(last.hop, trace);
  }
  mark = end;
  while (stack.length > 0) leaveTop(null);
  travel(home, true);
  return legs;
}

/** What a stay waited after its work began, as far as there is room for it until then. */
function waitedOf(at: Stay, untilMs: number): number {
  const waited = Math.min(at.pausedMs, Math.max(0, untilMs - at.shownMs));
  at.pausedMs -= waited;
  return waited;
}

function isStay(hop: HopView): boolean {
  return !flights.has(hop.at) && !hop.at.endsWith(handshakeEnd);
}

function outOf(hop: HopView, trace: TraceView): number {
  return hop.outMs >= hop.inMs ? hop.outMs : trace.totalMs;
}

function failed(note: string | null): boolean {
  return note !== null && note !== 'hit' && note !== 'miss';
}
