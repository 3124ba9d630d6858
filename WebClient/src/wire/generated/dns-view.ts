// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** The users' name for the system. */
export interface DnsView {
  readonly id: string;
  /** Where it leads: ids of servers, the balancer or the edge. */
  readonly targets: readonly string[];
  readonly ttlSeconds: number;
  readonly resolvers: number;
  /** Resolvers, of all, that remember an answer the record no longer has. */
  readonly outdated: number;
  /** Questions of users; LookupsPerSecond those their resolvers had to pass on. */
  readonly requestsPerSecond: number;
  readonly lookupsPerSecond: number;
  /** Where it led before: resolvers and browsers that remember it go there still. */
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
