// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { BehaviorView } from './behavior-view';

/** An auto scaler of a tier's servers. */
export interface ScalerView {
  readonly id: string;
  readonly tier: 'whole' | 'app' | 'worker';
  readonly size: string;
  readonly policy: 'off' | 'target' | 'step' | 'schedule';
  readonly desired: number;
  /** Servers of it that run. */
  readonly running: number;
  readonly min: number;
  readonly max: number;
  /** Mean CPU share of the warm servers, 0–1; if it scales by the backlog, the backlog as a share of full load. */
  readonly metric: number;
  /** What target tracking keeps the metric at. */
  readonly target: number;
  /** Its cool-down: until then load changes nothing. */
  readonly quietUntilMs: number;
  /** No rack has a unit for what is missing. */
  readonly noRoom: boolean;
  /** Times and numbers of servers, as the action writes them: "0s 4, 2m 8"; none. */
  readonly schedule: string;
  /** Waiting messages per server that count as its full load; 0: it scales by CPU. */
  readonly backlog: number;
  /** server: it replaces servers that are gone; balancer: also those the balancer finds unhealthy. */
  readonly health: 'server' | 'balancer';
  /** Null: cool-down, tolerance and one server fewer at a time. */
  readonly behavior: BehaviorView | null;
  /** Long-lived connections per server that count as its full load; 0: it does not scale by them. */
  readonly connections: number;
}

export const ScalerView: Shape<ScalerView> = {
  id: 'text',
  tier: { oneOf: ['whole', 'app', 'worker'] },
  size: 'text',
  policy: { oneOf: ['off', 'target', 'step', 'schedule'] },
  desired: 'number',
  running: 'number',
  min: 'number',
  max: 'number',
  metric: { parts: 100 },
  target: { parts: 1000 },
  quietUntilMs: { parts: 10 },
  noRoom: 'flag',
  schedule: 'text',
  backlog: 'number',
  health: { oneOf: ['server', 'balancer'] },
  behavior: { orNull: BehaviorView },
  connections: 'number',
};
