import type {
  BalancerView, CacheView, CertificateView, DatabaseView, DnsView, LatencyView, RackView, RolloutView, ScalerView, ServerView,
} from './components';
import type { AlertView, EventView, HintsView, ScoreView } from './happenings';
import type { DeskView } from './incidents';
import type { FindingView, LookView } from './looks';

/** What one tick changed. A delta applies only when `previous` is the tick held; a full frame always applies. */
export interface Frame {
  readonly drill: string;
  readonly team: string;
  readonly tick: number;
  readonly previous: number;
  readonly full: boolean;
  readonly timeMs: number;
  readonly endsMs: number;
  readonly status: string;
  readonly speed: number;
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
  readonly gone: readonly string[];
  readonly score: ScoreView | null;
  readonly alerts: readonly AlertView[] | null;
  readonly hints: HintsView | null;
  readonly desk: DeskView | null;
  readonly events: readonly EventView[];
  readonly traces: readonly TraceView[];
  /** All under way; null when unchanged. */
  readonly looks: readonly LookView[] | null;
  readonly findings: readonly FindingView[];
}

/** Level: mean request value of the last 10 s (0–1). Budget: error budget left (0–1). */
export interface ServiceView {
  readonly level: number;
  readonly overall: number;
  readonly budget: number;
  readonly spent: number;
  readonly perHour: number;
  readonly parSpend: number;
  readonly inFlight: number;
}

export interface ClassView {
  readonly id: string;
  readonly offeredPerSecond: number;
  readonly answeredPerSecond: number;
  readonly failedPerSecond: number;
  readonly latency: LatencyView;
  /** Its features that are switched off. */
  readonly without: readonly string[];
}

/** A request's way as it really went. Outcome: ok, late or a failure cause. */
export interface TraceView {
  readonly id: string;
  readonly class: string;
  readonly startMs: number;
  readonly totalMs: number;
  readonly outcome: string;
  readonly hops: readonly HopView[];
}

/** One stay, in milliseconds since the trace's start; stays nest by time. */
export interface HopView {
  readonly at: string;
  readonly role: string | null;
  readonly inMs: number;
  readonly workMs: number;
  readonly outMs: number;
  readonly note: string | null;
}
