import { lengthOf, type Way } from '../drawing/geometry';
import type { Leg } from './journey';

const travelLeastMs = 150;
const travelMostMs = 900;
const unitsPerMs = 0.26;
/** The way back is quicker: the question matters more than the answer. */
const backFactor = 0.65;
/** Handshakes are quick, so that the request they are for does not lag far behind. */
const helloFactor = 0.5;
/** Stays are compressed: short ones stay in proportion, long ones approach this. */
const stayMostMs = 2600;
const stayHalfMs = 800;

export function stayMs(realMs: number): number {
  return (stayMostMs * realMs) / (realMs + stayHalfMs);
}

/** Playback milliseconds of a leg; without a way there is no travel. */
export function lastsMs(leg: Leg, way: Way | undefined): number {
  if (leg.kind !== 'travel') return stayMs(leg.realMs);
  if (!way) return 0;
  const ms = Math.min(travelMostMs, Math.max(travelLeastMs, lengthOf(way) / unitsPerMs));
  return ms * (leg.back ? backFactor : 1) * (leg.mark === 'hello' ? helloFactor : 1);
}

/** Traces that finished together set out spread over at most this long. */
const spreadMostMs = 1000;
const tickMs = 250;

/** When the dots a trace stands for set out, in playback milliseconds from its frame: as their requests finished. */
export function delaysMs(endedMs: number, count: number, frameMs: number, speed: number): readonly number[] {
  const slow = Math.max(0.5, speed);
  const since = endedMs - (frameMs - tickMs);
  const spread = (ms: number): number => Math.min(spreadMostMs, Math.max(0, ms / slow));
  return Array.from({ length: count }, (_, one) => spread(since + (one * tickMs) / count));
}
