// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { AlertView } from './alert-view';
import { AppliesView } from './applies-view';
import { BalancerView } from './balancer-view';
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
 * What changed in one estate in one tick. A full frame (on joining, or after a gap) carries every component; a delta carries the
 * components whose view changed, whole. Apply a delta only when its previous equals the tick you have; ignore older ones; ask for
 * a full frame on a gap. A full frame that is a few seconds older than what you have comes from a server that has heard less of
 * the estate than the one before: ignore it too.
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
  /** How far the estate's clock lags behind its speed (0 in health). */
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
  /** What applies now at components where that changed. */
  readonly applies: readonly AppliesView[];
  /** Ids of components that no longer exist. */
  readonly gone: readonly string[];
  /** Null when unchanged. */
  readonly score: ScoreView | null;
  /** All open alerts; null when unchanged. */
  readonly alerts: readonly AlertView[] | null;
  /** What the team asked for so far and what it may ask for; null when unchanged. */
  readonly hints: HintsView | null;
  /** The incident desk; null when unchanged. */
  readonly desk: DeskView | null;
  /** New since the previous frame (full frame: the latest 200), oldest first. */
  readonly events: readonly EventView[];
  readonly traces: readonly TraceView[];
  /** All under way; null when unchanged. */
  readonly looks: readonly LookView[] | null;
  /** Of all looks so far, the latest of each; a delta has the new ones. */
  readonly findings: readonly FindingView[];
}

export const Frame: Shape<Frame> = {
  drill: 'text',
  team: 'text',
  tick: 'number',
  previous: 'number',
  full: 'flag',
  timeMs: 'number',
  endsMs: 'number',
  status: { oneOf: ['waiting', 'catching-up', 'running', 'paused', 'stalled', 'finished'] },
  speed: 'number',
  behindMs: 'number',
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
  gone: ['text'],
  score: { orNull: ScoreView },
  alerts: { orNull: [AlertView] },
  hints: { orNull: HintsView },
  desk: { orNull: DeskView },
  events: [EventView],
  traces: [TraceView],
  looks: { orNull: [LookView] },
  findings: [FindingView],
};
