export interface LatencyView {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Condition: on, no-power or no-uplink. */
export interface RackView {
  readonly id: string;
  readonly units: number;
  readonly condition: string;
  /** Power feeds it hangs on (a, b), and those of them that have failed. */
  readonly feeds: readonly string[];
  readonly darkFeeds: readonly string[];
  /** Busiest direction, 0–1. */
  readonly uplink: number;
  readonly uplinkWaitMs: number;
}

/** Lifecycle: off, booting, running, draining, restarting, installing, stopped or crashed. Slot 0 is at the top. */
export interface ServerView {
  readonly id: string;
  readonly rack: string;
  readonly slot: number;
  readonly size: string;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly pricePerHour: number;
  readonly lifecycle: string;
  readonly lifecycleEndsMs: number;
  readonly version: string;
  readonly cpu: number;
  readonly memory: number;
  readonly runQueue: number;
  readonly roles: readonly RoleView[];
  /** Room for logs; 0: endless. */
  readonly diskMiB: number;
  readonly disk: number;
  readonly logFactor: number;
  /** Log rotation keeps so much; 0: no rotation. */
  readonly logKeepMiB: number;
  /** Whose requests are dropped: users, web, app. */
  readonly firewall: readonly string[];
  readonly ports: readonly PortView[];
  /** Replaced processes that finish what they hold. */
  readonly old: readonly GenerationView[];
  /** It is being removed. */
  readonly leaving: boolean;
  /** It stops and boots with this size, or in this rack; empty: neither. */
  readonly nextSize: string;
  readonly nextRack: string;
  /** Sources whose requests it turns away at once. */
  readonly blocked: readonly string[];
}

/** Stage: empty, installing, starting, ready, serving or stopping. Busy and memory: of each process beside the one that serves. */
export interface PortView {
  readonly number: number;
  readonly stage: string;
  readonly version: string;
  readonly endsMs: number;
  readonly threads: number;
  readonly busy: readonly number[];
}

/** One entry a process, 0 where none runs any more. */
export interface GenerationView {
  readonly role: string;
  readonly version: string;
  readonly port: number;
  readonly busy: readonly number[];
}

/** A role on a server (web, app or db). Busy and memory have one entry a process; memory is 0 where none runs. */
export interface RoleView {
  readonly role: string;
  readonly processes: number;
  readonly threads: number;
  readonly busy: readonly number[];
  readonly queue: number;
  readonly queueLimit: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  /** A process that takes more is killed; 0: no limit. */
  readonly up: readonly boolean[];
  readonly limitMiB: number;
  /** Around its calls: closed, open or half-open; null: none. */
  readonly breaker: string | null;
}

export interface BalancerView {
  readonly id: string;
  readonly algorithm: string;
  readonly failOpen: boolean;
  readonly check: HealthCheckView;
  readonly drainSeconds: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  readonly targets: readonly TargetView[];
  readonly rateLimit: number;
  /** When its process is back; 0: it runs. */
  readonly downUntilMs: number;
  /** Null where users' TLS does not end at it. */
  readonly tls: TlsView | null;
  /** Outer: before whole servers; inner: between web and application servers. */
  readonly tier: string;
  readonly queue: number;
  readonly slowStartSeconds: number;
  readonly connectionLimit: number;
  readonly shed: number;
  /** Sources whose requests it turns away at once. */
  readonly blocked: readonly string[];
  /** Id of the one it serves; empty: none. */
  readonly certificate: string;
}

/** Handshakes at a balancer, on cores of its own. Limit: new connections a second; 0: all. */
export interface TlsView {
  readonly cores: number;
  readonly busy: number;
  readonly queue: number;
  readonly handshakesPerSecond: number;
  readonly limit: number;
}

export interface HealthCheckView {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly unhealthyAfter: number;
  readonly healthyAfter: number;
}

/** State: initial, healthy, unhealthy, draining or detached. LastProbe: none, ok, failed or timeout. */
export interface TargetView {
  readonly server: string;
  readonly state: string;
  readonly outstanding: number;
  readonly requestsPerSecond: number;
  readonly lastProbe: string;
  readonly lastProbeMs: number;
  readonly drainEndsMs: number;
  readonly weight: number;
}

/** Place: edge (near the users) or data (beside the application). */
export interface CacheView {
  readonly id: string;
  readonly capacity: number;
  readonly entries: number;
  readonly ttlSeconds: number;
  readonly hitRatio: number;
  readonly requestsPerSecond: number;
  readonly evictionsPerSecond: number;
  readonly place: string;
  readonly cached: readonly string[];
  readonly warming: number;
  /** From when it answers; 0: it does. */
  readonly readyMs: number;
  readonly pricePerHour: number;
}

/** Server and slots: the primary's. Connections are of each node. */
export interface DatabaseView {
  readonly id: string;
  readonly server: string;
  readonly connections: number;
  readonly maxConnections: number;
  readonly slots: number;
  readonly busySlots: number;
  readonly slotQueue: number;
  readonly lockWaiters: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  readonly deadlocksPerSecond: number;
  /** Connections an application process keeps; 0: every call opens its own. */
  readonly poolSize: number;
  readonly lockTimeoutSeconds: number;
  readonly statementTimeoutSeconds: number;
  readonly poolTimeoutSeconds: number;
  /** A write is on the replicas after it. */
  readonly lagMs: number;
  /** The replica that becomes primary at promotesMs; empty: none. */
  readonly promoting: string;
  readonly promotesMs: number;
  /** Some reads ask the replicas in turn. */
  readonly replicaReads: boolean;
  readonly unreplicatedWrites: number;
  readonly nodes: readonly DatabaseNodeView[];
}

export interface DatabaseNodeView {
  readonly server: string;
  readonly up: boolean;
  readonly connections: number;
  readonly idleConnections: number;
  readonly slots: number;
  readonly busySlots: number;
  readonly slotQueue: number;
  readonly warmKeys: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  /** A new replica that does not answer yet; when it has all data, 0: it waits to begin. */
  readonly copying: boolean;
  readonly copiedMs: number;
}

/** Where the users' name leads. Outdated: resolvers, of all, that remember another answer. */
export interface DnsView {
  readonly id: string;
  readonly targets: readonly string[];
  readonly ttlSeconds: number;
  readonly resolvers: number;
  readonly outdated: number;
  readonly requestsPerSecond: number;
  readonly lookupsPerSecond: number;
}

/** RenewedMs: when the renewal under way is done; 0: none is. */
export interface CertificateView {
  readonly id: string;
  readonly renewedMs: number;
  readonly expired: boolean;
}

/** Tier: whole or app. Policy: off, target, step or schedule. Metric and target: mean CPU share. */
export interface ScalerView {
  readonly id: string;
  readonly tier: string;
  readonly size: string;
  readonly policy: string;
  readonly desired: number;
  readonly running: number;
  readonly min: number;
  readonly max: number;
  readonly metric: number;
  readonly target: number;
  /** Its cool-down's end. */
  readonly quietUntilMs: number;
  readonly noRoom: boolean;
  /** As the action writes it: "0s 4, 2m 8"; none. */
  readonly schedule: string;
}

/** Status: idle, running, paused, rolling-back, done or failed. Step: drain, install, check, bake, provision, shift, switch or remove.
 * Blue/green: batch is the new group, waiting the old one, share the percentage of the traffic on the new one. */
export interface RolloutView {
  readonly id: string;
  readonly status: string;
  readonly version: string;
  readonly fromVersion: string;
  readonly step: string;
  readonly batch: readonly string[];
  readonly done: readonly string[];
  readonly waiting: readonly string[];
  readonly stepEndsMs: number;
  readonly strategy: string;
  readonly share: number;
}
