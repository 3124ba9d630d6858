import type { Kind } from '../world/components';

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

/** Which charts the inspector shows for each kind of component. */
export const chartsOf: Readonly<Record<Kind, readonly ChartPlan[]>> = {
  server: [
    traffic,
    latency,
    {
      title: 'cpu',
      top: 1,
      lines: [
        { name: 'cpu', color: '--accent', percent: true },
        { name: 'memory', color: '--ink-3', percent: true },
      ],
    },
    threads,
  ],
  balancer: [traffic, latency],
  cache: [traffic, { title: 'hits', top: 1, lines: [{ name: 'hitRatio', color: '--good', percent: true }] }],
  database: [
    traffic,
    latency,
    {
      title: 'connections',
      lines: [
        { name: 'connections', color: '--accent' },
        { name: 'lockWaiters', color: '--warn' },
      ],
    },
  ],
  rack: [],
  rollout: [],
};
