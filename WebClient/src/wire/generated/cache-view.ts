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
  /** Classes whose reads look there first. */
  readonly cached: readonly string[];
  /** Keys that the warm-up under way has still to load; 0: there is none. */
  readonly warming: number;
  /** Simulated time from which it answers; 0: it does. */
  readonly readyMs: number;
  readonly pricePerHour: number;
  /** What has been expired for less is served while it is fetched anew; 0: nothing is. */
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
