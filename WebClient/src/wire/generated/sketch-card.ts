// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A scenario's system in outline, from the users to the data. */
export interface SketchCard {
  readonly tls: boolean;
  readonly edge: boolean;
  readonly balancer: boolean;
  readonly inner: boolean;
  /**
   * The racks in order, and in each its servers by the tiers they have: letters of w (web), a (app), d (database), j (worker:
   * jobs).
   */
  readonly servers: readonly (readonly string[])[];
  readonly cache: boolean;
  /** Servers of the database beside the first. */
  readonly replicas: number;
  /** Some requests hold an exclusive lock. */
  readonly locks: boolean;
  readonly scales: boolean;
  readonly queue: boolean;
}

export const SketchCard: Shape<SketchCard> = {
  tls: 'flag',
  edge: 'flag',
  balancer: 'flag',
  inner: 'flag',
  servers: [['text']],
  cache: 'flag',
  replicas: 'number',
  locks: 'flag',
  scales: 'flag',
  queue: 'flag',
};
