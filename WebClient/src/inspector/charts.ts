import type { Component } from '../world/components';

export interface ChartLine {
  readonly name: string;
  readonly color: string;
  readonly percent?: boolean;
}

export interface ChartPlan {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  /** Fixed top of the axis; without it the axis follows the figures. */
  readonly top?: number;
}

const traffic: ChartPlan = {
  title: 'traffic',
  lines: [
    { name: 'requests', color: '--accent' },
    { name: 'errors', color: '--bad' },
  ],
};
const latency: ChartPlan = {
  title: 'latency',
  lines: [
    { name: 'p50', color: '--good' },
    { name: 'p95', color: '--accent' },
    { name: 'p99', color: '--warn' },
  ],
};
const threads: ChartPlan = {
  title: 'threads',
  lines: [
    { name: 'busy', color: '--accent' },
    { name: 'queue', color: '--warn' },
  ],
};

const cpu: ChartPlan = {
  title: 'cpu',
  top: 1,
  lines: [
    { name: 'cpu', color: '--accent', percent: true },
    { name: 'memory', color: '--ink-3', percent: true },
  ],
};
const disk: ChartPlan = { title: 'disk', top: 1, lines: [{ name: 'disk', color: '--warn', percent: true }] };
const handshakes: ChartPlan = {
  title: 'handshakes',
  lines: [
    { name: 'handshakes', color: '--accent' },
    { name: 'tlsQueue', color: '--warn' },
  ],
};
const hits: ChartPlan = { title: 'hits', top: 1, lines: [{ name: 'hitRatio', color: '--good', percent: true }] };
const connections: ChartPlan = {
  title: 'connections',
  lines: [
    { name: 'connections', color: '--accent' },
    { name: 'lockWaiters', color: '--warn' },
    { name: 'deadlocks', color: '--bad' },
  ],
};
const answers: ChartPlan = {
  title: 'answers',
  lines: [
    { name: 'requests', color: '--accent' },
    { name: 'lookups', color: '--ink-3' },
    { name: 'outdated', color: '--warn' },
  ],
};

const scaling: ChartPlan = {
  title: 'scaling',
  lines: [
    { name: 'desired', color: '--accent' },
    { name: 'cpu', color: '--warn', percent: true },
  ],
};
const uplink: ChartPlan = { title: 'uplink', top: 1, lines: [{ name: 'uplink', color: '--accent', percent: true }] };

/** Which charts the inspector shows: what a component does not have has none. */
export function chartsOf(one: Component): readonly ChartPlan[] {
  switch (one.kind) {
    case 'server':
      return one.view.diskMiB > 0 ? [traffic, latency, cpu, threads, disk] : [traffic, latency, cpu, threads];
    case 'balancer':
      return one.view.tls ? [traffic, latency, handshakes] : [traffic, latency];
    case 'cache':
      return [traffic, hits];
    case 'database':
      return [traffic, latency, connections];
    case 'scaler':
      return [scaling];
    case 'rack':
      return [uplink];
    case 'dns':
      return [answers];
    default:
      return [];
  }
}
