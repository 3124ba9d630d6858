// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A cache. Place: edge (near the users) or data (beside the application). HitRatio over the last second, 0–1. */
export interface CacheView {
  readonly id: string;
  readonly capacity: number;
  readonly entries: number;
  readonly ttlSeconds: number;
  readonly hitRatio: number;
  readonly requestsPerSecond: number;
  readonly evictionsPerSecond: number;
  readonly place: 'edge' | 'data';
  /** Request classes whose reads ask it first. */
  readonly cached: readonly string[];
  /** Keys the warm-up still has to load; 0: none is under way. */
  readonly warming: number;
  /** Simulated time from which it answers; 0: it answers already. */
  readonly readyMs: number;
  readonly pricePerHour: number;
  /** An entry that expired less long ago is served while it is fetched again; 0: none is. */
  readonly revalidateSeconds: number;
}

export const CacheView: Shape<CacheView> = {
  id: 'text',
  capacity: 'number',
  entries: 'number',
  ttlSeconds: { parts: 1000 },
  hitRatio: { parts: 100 },
  requestsPerSecond: { parts: 10 },
  evictionsPerSecond: { parts: 10 },
  place: { oneOf: ['edge', 'data'] },
  cached: ['text'],
  warming: 'number',
  readyMs: { parts: 10 },
  pricePerHour: { parts: 10000 },
  revalidateSeconds: { parts: 1000 },
};
