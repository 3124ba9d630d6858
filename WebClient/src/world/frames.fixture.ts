import type {
  BalancerView, CacheView, CertificateView, ClassView, DatabaseNodeView, DatabaseView, DnsView, Frame, QueueView, RackView,
  RoleView, ServerView, TargetView,
} from '../wire';
import { emptyService } from './world';

/** Frames and views for unit tests: the smallest that are well formed. */
const latency = { p50: 0, p95: 0, p99: 0 };

export function frame(change: Partial<Frame> = {}): Frame {
  return {
    drill: 'd',
    team: 't',
    tick: 0,
    previous: -1,
    full: false,
    timeMs: 0,
    endsMs: 600000,
    status: 'running',
    speed: 1,
    behindMs: 0,
    service: emptyService,
    classes: [],
    racks: [],
    servers: [],
    balancers: [],
    caches: [],
    databases: [],
    rollouts: [],
    dns: [],
    certificates: [],
    scalers: [],
    queues: [],
    applies: [],
    score: { total: 0, lines: [] },
    alerts: [],
    hints: { taken: [], left: 0, points: 0, fromMs: 0 }, bet: null,
    desk: { roles: [], incidents: [] },
    events: [],
    traces: [],
    looks: [],
    findings: [],
    ...change,
  };
}

export function users(id: string): ClassView {
  return { id, offeredPerSecond: 0, answeredPerSecond: 0, failedPerSecond: 0, latency, without: [], bulkheads: [] };
}

export function dns(id: string, ...targets: readonly string[]): DnsView {
  return { id, targets, ttlSeconds: 60, resolvers: 50, outdated: 0, requestsPerSecond: 0, lookupsPerSecond: 0, former: [] };
}

export function certificate(id: string): CertificateView {
  return { id, renewedMs: 0, expired: false };
}

export function rack(id: string, units = 8): RackView {
  return { id, units, condition: 'on', feeds: ['a', 'b'], darkFeeds: [], uplink: 0, uplinkWaitMs: 0 };
}

export function role(name: RoleView['role']): RoleView {
  return {
    role: name,
    processes: 2,
    threads: 8,
    busy: [0, 0],
    queue: 0,
    queueLimit: 100,
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    latency,
    up: [true, true],
    limitMiB: 0,
    breaker: null,
    cold: 1,
    ...{ discipline: 'sliced', onClientAbort: 'work-on', connectionLimit: 0, locked: [] },
  };
}

export function server(
  id: string, inRack: string, slot: number, roles: readonly RoleView['role'][] = ['web', 'app'],
): ServerView {
  return {
    id,
    rack: inRack,
    slot,
    size: 'm',
    cores: 4,
    memoryMiB: 8192,
    pricePerHour: 0.2,
    lifecycle: 'running',
    lifecycleEndsMs: 0,
    version: 'v1',
    cpu: 0,
    memory: 0,
    runQueue: 0,
    roles: roles.map(role),
    diskMiB: 0,
    disk: 0,
    logFactor: 1,
    logKeepMiB: 0,
    firewall: [],
    ports: [],
    old: [],
    leaving: false,
    nextSize: '',
    nextRack: '',
    blocked: [],
    ready: true,
    checks: [],
    connections: 0,
  };
}

export function balancer(id: string, servers: readonly string[]): BalancerView {
  const target = (name: string): TargetView => ({
    server: name,
    state: 'healthy',
    outstanding: 0,
    requestsPerSecond: 0,
    lastProbe: 'ok',
    nextProbeMs: 0, lastProbeMs: 0,
    drainEndsMs: 0,
    weight: 1,
    failuresPerSecond: 0,
    ejectedUntilMs: 0,
    ready: true,
    sessions: 0,
    connections: 0,
  });
  return {
    id,
    algorithm: 'round-robin',
    failOpen: true,
    check: { path: 'shallow', intervalSeconds: 5, timeoutSeconds: 2, unhealthyAfter: 2, healthyAfter: 2 },
    drainSeconds: 20,
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    latency,
    targets: servers.map(target),
    rateLimit: 0,
    downUntilMs: 0,
    tls: null,
    tier: 'outer',
    queue: 0,
    slowStartSeconds: 0,
    connectionLimit: 0,
    blocked: [],
    certificate: '',
    shed: 0,
    forwarding: {
      responseTimeoutSeconds: 0,
      idleTimeoutSeconds: 0,
      attempts: 1,
      budget: 0,
      ejectAfter: 0,
      withinSeconds: 0,
      outSeconds: 30,
      sticky: 'none',
      stickySeconds: 86_400,
    },
    whenNoneHealthy: 'fail-open',
    panic: 0,
    retriesPerSecond: 0,
    endpointLagMs: -1,
  };
}

export function cache(id: string, place: CacheView['place'] = 'data'): CacheView {
  return {
    id,
    capacity: 100,
    entries: 0,
    ttlSeconds: 60,
    hitRatio: 0,
    requestsPerSecond: 0,
    evictionsPerSecond: 0,
    place,
    cached: [],
    warming: 0,
    readyMs: 0,
    pricePerHour: 0,
    revalidateSeconds: 0,
  };
}

export function queue(id: string): QueueView {
  return {
    id,
    waiting: 0,
    inFlight: 0,
    dead: 0,
    ageSeconds: 0,
    blocked: 0,
    publishedPerSecond: 0,
    refusedPerSecond: 0,
    donePerSecond: 0,
    redelivered: 0,
    failed: 0,
    doneTwice: 0,
    redriving: 0,
    paused: false,
    visibilitySeconds: 30,
    batch: 1,
    tries: 5,
    limit: 10_000,
    byKey: false,
    fullUntilMs: 0,
    jobs: ['mail'],
    pricePerHour: 0,
  };
}

export function database(id: string, on: string, ...replicas: readonly string[]): DatabaseView {
  const node = (name: string): DatabaseNodeView => ({
    server: name,
    up: true,
    connections: 0,
    idleConnections: 0,
    slots: 8,
    busySlots: 0,
    slotQueue: 0,
    warmKeys: 0,
    copying: false,
    copiedMs: 0,
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    latency,
  });
  return {
    id,
    server: on,
    connections: 0,
    maxConnections: 100,
    slots: 8,
    busySlots: 0,
    slotQueue: 0,
    lockWaiters: 0,
    ...{ alter: 'none', tableWaiters: 0, pooler: null },
    ...{ requestsPerSecond: 0, errorsPerSecond: 0, latency, deadlocksPerSecond: 0 },
    poolSize: 0,
    ...{ lockTimeoutSeconds: 0, statementTimeoutSeconds: 0, poolTimeoutSeconds: 0 },
    ...{ lagMs: 100, promoting: '', promotesMs: 0 },
    replicaReads: false,
    unreplicatedWrites: 0,
    nodes: [on, ...replicas].map(node),
  };
}
