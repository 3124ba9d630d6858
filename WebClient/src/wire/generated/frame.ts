// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { AlertView } from './alert-view';
import { AppliesView } from './applies-view';
import { BalancerView } from './balancer-view';
import { BetView } from './bet-view';
import { CacheView } from './cache-view';
import { CertificateView } from './certificate-view';
import { ClassView } from './class-view';
import { DatabaseView } from './database-view';
import { DeskView } from './desk-view';
import { DnsView } from './dns-view';
import { EventView } from './event-view';
import { FindingView } from './finding-view';
import { HintsView } from './hints-view';
import { LookView } from './look-view';
import { QueueView } from './queue-view';
import { RackView } from './rack-view';
import { RolloutView } from './rollout-view';
import { ScalerView } from './scaler-view';
import { ScoreView } from './score-view';
import { ServerView } from './server-view';
import { ServiceView } from './service-view';
import { TraceView } from './trace-view';

/**
 * One estate at one tick, as its clients know it. On the wire a frame is bytes (Server/Packing/README.md): a full one (on
 * joining, or after a gap) says all of this, a delta what changed since the one before, which was of the tick previous. A full
 * frame that is a few seconds older than what you have comes from a server that has heard less of the estate than the one before:
 * ignore it.
 */
export interface Frame {
  readonly drill: string;
  readonly team: string;
  readonly tick: number;
  readonly previous: number;
  readonly full: boolean;
  readonly timeMs: number;
  readonly endsMs: number;
  readonly status: 'waiting' | 'catching-up' | 'running' | 'paused' | 'stalled' | 'finished';
  readonly speed: number;
  /** How far the estate's clock lags behind its speed (0: it keeps up). */
  readonly behindMs: number;
  readonly service: ServiceView;
  readonly classes: readonly ClassView[];
  readonly racks: readonly RackView[];
  readonly servers: readonly ServerView[];
  readonly balancers: readonly BalancerView[];
  readonly caches: readonly CacheView[];
  readonly databases: readonly DatabaseView[];
  readonly rollouts: readonly RolloutView[];
  readonly dns: readonly DnsView[];
  readonly certificates: readonly CertificateView[];
  readonly scalers: readonly ScalerView[];
  readonly queues: readonly QueueView[];
  /** What applies now at each component. */
  readonly applies: readonly AppliesView[];
  readonly score: ScoreView;
  /** All open ones. */
  readonly alerts: readonly AlertView[];
  /** What the team asked for so far and what it may ask for. */
  readonly hints: HintsView;
  /** Null: people are not asked about what comes, or not yet. */
  readonly bet: BetView | null;
  readonly desk: DeskView;
  /** New since the previous frame (full frame: the latest 200), oldest first. */
  readonly events: readonly EventView[];
  /** Of requests that ended since the previous frame; none in a full one. */
  readonly traces: readonly TraceView[];
  /** All under way. */
  readonly looks: readonly LookView[];
  /** Of all looks so far, the latest of each. */
  readonly findings: readonly FindingView[];
}

export const Frame: Shape<Frame> = {
  drill: 'text',
  team: 'text',
  tick: 'number',
  previous: 'number',
  full: 'flag',
  timeMs: { parts: 10 },
  endsMs: { parts: 10 },
  status: { oneOf: ['waiting', 'catching-up', 'running', 'paused', 'stalled', 'finished'] },
  speed: { parts: 10 },
  behindMs: { parts: 10 },
  service: ServiceView,
  classes: [ClassView],
  racks: [RackView],
  servers: [ServerView],
  balancers: [BalancerView],
  caches: [CacheView],
  databases: [DatabaseView],
  rollouts: [RolloutView],
  dns: [DnsView],
  certificates: [CertificateView],
  scalers: [ScalerView],
  queues: [QueueView],
  applies: [AppliesView],
  score: ScoreView,
  alerts: [AlertView],
  hints: HintsView,
  bet: { orNull: BetView },
  desk: DeskView,
  events: [EventView],
  traces: [TraceView],
  looks: [LookView],
  findings: [FindingView],
};
