import type { BalancerView, CacheView, CertificateView, ClassView, DatabaseView, DnsView, RackView, ServerView } from '../wire';

/** What the layout needs to know of the world. */
export interface Estate {
  readonly classes: readonly Pick<ClassView, 'id'>[];
  readonly racks: readonly RackView[];
  readonly servers: readonly ServerView[];
  readonly balancers: readonly BalancerView[];
  readonly caches: readonly CacheView[];
  readonly databases: readonly DatabaseView[];
  readonly dns: readonly Pick<DnsView, 'id' | 'targets'>[];
  readonly certificates: readonly Pick<CertificateView, 'id'>[];
}

/** Tiers in the order a request meets them. */
export const tiers = ['web', 'app', 'db'] as const;

export function hasRole(server: ServerView, role: string): boolean {
  return server.roles.some((one) => one.role === role);
}

/** A server that only carries a node of a database stands with the data, not with the racks of the front. */
export function isDataServer(server: ServerView, databases: readonly DatabaseView[]): boolean {
  const carries = databases.some((database) => database.nodes.some((node) => node.server === server.id));
  return carries && server.roles.every((one) => one.role === 'db');
}
