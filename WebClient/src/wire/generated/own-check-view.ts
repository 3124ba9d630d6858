// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A check of a server by itself. */
export interface OwnCheckView {
  readonly kind: 'startup' | 'liveness' | 'readiness';
  readonly path: 'shallow' | 'deep';
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  /** In a row at which the check has failed; Failed: how many there are now. */
  readonly failures: number;
  readonly failed: number;
}

export const OwnCheckView: Shape<OwnCheckView> = {
  kind: { oneOf: ['startup', 'liveness', 'readiness'] },
  path: { oneOf: ['shallow', 'deep'] },
  intervalSeconds: { parts: 1000 },
  timeoutSeconds: { parts: 1000 },
  failures: 'number',
  failed: 'number',
};
