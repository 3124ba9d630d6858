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
}

/** A role on a server (web, app or db). Busy has one entry a process. */
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
}

export interface CacheView {
  readonly id: string;
  readonly capacity: number;
  readonly entries: number;
  readonly ttlSeconds: number;
  readonly hitRatio: number;
  readonly requestsPerSecond: number;
  readonly evictionsPerSecond: number;
}

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
