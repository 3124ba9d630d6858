import type {
  BalancerView, CacheView, CertificateView, DatabaseView, DnsView, ClassView, RackView, RolloutView, RoleView, ScalerView, ServerView,
} from '../wire';
import type { World } from './world';

/** A component of the estate, whatever its kind. */
export type Component =
  | { readonly kind: 'users'; readonly id: string; readonly view: readonly ClassView[] }
  | { readonly kind: 'scaler'; readonly id: string; readonly view: ScalerView }
  | { readonly kind: 'dns'; readonly id: string; readonly view: DnsView }
  | { readonly kind: 'certificate'; readonly id: string; readonly view: CertificateView }
  | { readonly kind: 'balancer'; readonly id: string; readonly view: BalancerView }
  | { readonly kind: 'rack'; readonly id: string; readonly view: RackView }
  | { readonly kind: 'server'; readonly id: string; readonly view: ServerView }
  | { readonly kind: 'cache'; readonly id: string; readonly view: CacheView }
  | { readonly kind: 'database'; readonly id: string; readonly view: DatabaseView }
  | { readonly kind: 'rollout'; readonly id: string; readonly view: RolloutView };

export type Kind = Component['kind'];

/** All users together, whatever they ask for. */
export const usersId = 'users';

/** Every component in the order a request meets them; racks and rollouts last. */
export function componentsOf(world: World): Component[] {
  const caches = [...world.caches.values()].map((view) => ({ kind: 'cache' as const, id: view.id, view }));
  return [
    ...(world.classes.length > 0 ? [{ kind: 'users' as const, id: usersId, view: world.classes }] : []),
    ...[...world.dns.values()].map((view) => ({ kind: 'dns' as const, id: view.id, view })),
    ...[...world.certificates.values()].map((view) => ({ kind: 'certificate' as const, id: view.id, view })),
    ...caches.filter((one) => one.view.place === 'edge'),
    ...[...world.balancers.values()].map((view) => ({ kind: 'balancer' as const, id: view.id, view })),
    ...[...world.servers.values()].map((view) => ({ kind: 'server' as const, id: view.id, view })),
    ...caches.filter((one) => one.view.place !== 'edge'),
    ...[...world.databases.values()].map((view) => ({ kind: 'database' as const, id: view.id, view })),
    ...[...world.racks.values()].map((view) => ({ kind: 'rack' as const, id: view.id, view })),
    ...[...world.scalers.values()].map((view) => ({ kind: 'scaler' as const, id: view.id, view })),
    ...[...world.rollouts.values()].map((view) => ({ kind: 'rollout' as const, id: view.id, view })),
  ];
}

export function componentOf(world: World, id: string | null): Component | null {
  return id === null ? null : (componentsOf(world).find((one) => one.id === id) ?? null);
}

/** The role through which requests enter a server. */
export function entryOf(server: ServerView): RoleView | undefined {
  return server.roles.find((role) => role.role === 'web') ?? server.roles[0];
}

/** The state code of a component and the family its words are in. */
export function stateOf(one: Component): { readonly family: string; readonly code: string } | null {
  switch (one.kind) {
    case 'server':
      return { family: 'life', code: one.view.lifecycle };
    case 'rack':
      return { family: 'condition', code: one.view.condition };
    case 'rollout':
      return { family: 'rollout', code: one.view.status };
    case 'scaler':
      return { family: 'scaling', code: one.view.policy };
    case 'balancer':
      return one.view.downUntilMs > 0 ? { family: 'life', code: 'restarting' } : null;
    case 'cache':
      return one.view.readyMs > 0 ? { family: 'life', code: 'starting' } : null;
    case 'certificate':
      return { family: 'certificate', code: one.view.expired ? 'expired' : one.view.renewedMs > 0 ? 'renewing' : 'valid' };
    case 'dns':
      return one.view.outdated > 0 ? { family: 'dns', code: 'spreading' } : null;
    case 'database': {
      const primary = one.view.nodes.find((node) => node.server === one.view.server);
      if (one.view.promoting !== '') return { family: 'database', code: 'failing-over' };
      return primary && !primary.up ? { family: 'database', code: 'down' } : null;
    }
    default:
      return null;
  }
}

/** Live figures by name, as charts, table and history call them. */
export function figuresOf(one: Component): Readonly<Record<string, number>> {
  switch (one.kind) {
    case 'server': {
      const entry = entryOf(one.view);
      return {
        requests: entry?.requestsPerSecond ?? 0,
        errors: entry?.errorsPerSecond ?? 0,
        p50: entry?.latency.p50 ?? 0,
        p95: entry?.latency.p95 ?? 0,
        p99: entry?.latency.p99 ?? 0,
        cpu: one.view.cpu,
        memory: one.view.memory,
        ...(one.view.diskMiB > 0 ? { disk: one.view.disk } : {}),
        busy: sum(one.view.roles.map((role) => sum(role.busy))),
        queue: sum(one.view.roles.map((role) => role.queue)),
      };
    }
    case 'balancer':
      return {
        requests: one.view.requestsPerSecond,
        errors: one.view.errorsPerSecond,
        ...one.view.latency,
        ...(one.view.tls ? { handshakes: one.view.tls.handshakesPerSecond, tlsQueue: one.view.tls.queue } : {}),
      };
    case 'users':
      return {
        requests: sum(one.view.map((users) => users.offeredPerSecond)),
        errors: sum(one.view.map((users) => users.failedPerSecond)),
        p95: Math.max(0, ...one.view.map((users) => users.latency.p95)),
      };
    case 'scaler':
      return { cpu: one.view.metric, desired: one.view.desired };
    case 'rack':
      return { uplink: one.view.uplink, uplinkWait: one.view.uplinkWaitMs };
    case 'dns':
      return { requests: one.view.requestsPerSecond, lookups: one.view.lookupsPerSecond, outdated: one.view.outdated };
    case 'cache':
      return { requests: one.view.requestsPerSecond, hitRatio: one.view.hitRatio, evictions: one.view.evictionsPerSecond };
    case 'database':
      return {
        requests: one.view.requestsPerSecond,
        errors: one.view.errorsPerSecond,
        ...one.view.latency,
        connections: one.view.connections,
        lockWaiters: one.view.lockWaiters,
        deadlocks: one.view.deadlocksPerSecond,
        busy: one.view.busySlots,
        queue: one.view.slotQueue,
      };
    default:
      return {};
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
