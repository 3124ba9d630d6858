// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Handshakes at a balancer, on cores of its own. Limit: new connections a second it takes; 0: all. */
export interface TlsView {
  readonly cores: number;
  readonly busy: number;
  readonly queue: number;
  readonly handshakesPerSecond: number;
  readonly limit: number;
}

export const TlsView: Shape<TlsView> = {
  cores: 'number',
  busy: 'number',
  queue: 'number',
  handshakesPerSecond: { parts: 10 },
  limit: 'number',
};
