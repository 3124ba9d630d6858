// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * A pooler in front of the primary: Busy of Connections to it are in use, Clients of MostClients are connected, and Waiting calls
 * want one more.
 */
export interface PoolerView {
  readonly mode: 'session' | 'transaction';
  readonly connections: number;
  readonly busy: number;
  readonly mostClients: number;
  readonly clients: number;
  readonly waiting: number;
}

export const PoolerView: Shape<PoolerView> = {
  mode: { oneOf: ['session', 'transaction'] },
  connections: 'number',
  busy: 'number',
  mostClients: 'number',
  clients: 'number',
  waiting: 'number',
};
