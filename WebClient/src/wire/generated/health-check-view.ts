// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Path: shallow (web server only) or deep (through to the database). */
export interface HealthCheckView {
  readonly path: 'shallow' | 'deep';
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly unhealthyAfter: number;
  readonly healthyAfter: number;
}

export const HealthCheckView: Shape<HealthCheckView> = {
  path: { oneOf: ['shallow', 'deep'] },
  intervalSeconds: { parts: 1000 },
  timeoutSeconds: { parts: 1000 },
  unhealthyAfter: 'number',
  healthyAfter: 'number',
};
