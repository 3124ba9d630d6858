// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** The users' name for the system. */
export interface DnsView {
  readonly id: string;
  /** What it resolves to: ids of servers, the balancer or the edge. */
  readonly targets: readonly string[];
  readonly ttlSeconds: number;
  readonly resolvers: number;
  /** How many of all resolvers have an outdated answer cached. */
  readonly outdated: number;
  /** Users' queries; LookupsPerSecond: those their resolvers had to pass on. */
  readonly requestsPerSecond: number;
  readonly lookupsPerSecond: number;
  /** What it resolved to before: resolvers and browsers that still have it cached go there. */
  readonly former: readonly string[];
}

export const DnsView: Shape<DnsView> = {
  id: 'text',
  targets: ['text'],
  ttlSeconds: { parts: 1000 },
  resolvers: 'number',
  outdated: 'number',
  requestsPerSecond: { parts: 10 },
  lookupsPerSecond: { parts: 10 },
  former: ['text'],
};
