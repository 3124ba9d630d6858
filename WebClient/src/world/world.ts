import type {
  AlertView,
  BalancerView,
  CacheView,
  CertificateView,
  ClassView,
  DatabaseView,
  DeskView,
  DnsView,
  EventView,
  FindingView,
  Frame,
  HintsView,
  IncidentView,
  LookView,
  RackView,
  RolloutView,
  ScalerView,
  ScoreView,
  ServerView,
  ServiceView,
} from '../wire';
import { LevelLine } from './level-line';

export type Applied = 'applied' | 'ignored' | 'gap';

export const emptyService: ServiceView = {
  level: 1,
  overall: 1,
  budget: 1,
  spent: 0,
  perHour: 0,
  parSpend: 0,
  inFlight: 0,
};

const emptyDesk: DeskView = { roles: [], incidents: [] };
const noHints: HintsView = { taken: [], left: 0, points: 0, fromMs: 0 };

/** Events kept for the feed and the timeline. */
const eventsKept = 400;
/** The score's change is that of the last half minute. */
const scoreChangeMs = 30_000;
const scoreStepMs = 2_000;
const scoreSettledMs = 5_000;

/** The estate as last told by the server. Frames mutate it; drawing only reads it. */
export class World {
  drill = '';
  team = '';
  tick = -1;
  timeMs = 0;
  endsMs = 0;
  status = '';
  speed = 1;
  behindMs = 0;
  service: ServiceView = emptyService;
  classes: readonly ClassView[] = [];
  score: ScoreView | null = null;
  /** What the score gained or lost lately. */
  scoreChange = 0;
  alerts: readonly AlertView[] = [];
  hints: HintsView = noHints;
  desk: DeskView = emptyDesk;
  events: readonly EventView[] = [];
  readonly level = new LevelLine();
  #scores: { readonly timeMs: number; readonly total: number }[] = [];

  readonly racks = new Map<string, RackView>();
  readonly servers = new Map<string, ServerView>();
  readonly balancers = new Map<string, BalancerView>();
  readonly caches = new Map<string, CacheView>();
  readonly databases = new Map<string, DatabaseView>();
  readonly rollouts = new Map<string, RolloutView>();
  readonly dns = new Map<string, DnsView>();
  readonly certificates = new Map<string, CertificateView>();
  readonly scalers = new Map<string, ScalerView>();
  /** Looks under way, and what looks have shown, by component/look. */
  looks: readonly LookView[] = [];
  readonly findings = new Map<string, FindingView>();
  readonly #maps = [
    this.racks, this.servers, this.balancers, this.caches, this.databases, this.rollouts, this.dns, this.certificates,
    this.scalers,
  ];
  /** Grows whenever a component appears or goes, or stands for something else: the picture lays out again. */
  shape = 0;

  get started(): boolean {
    return this.tick >= 0;
  }

  /** The incident the team works on. */
  get incident(): IncidentView | null {
    const last = this.desk.incidents.at(-1);
    return last?.closedMs === 0 ? last : null;
  }

  /** Applies a full frame always, a delta only on top of exactly the tick it follows. */
  apply(frame: Frame): Applied {
    if (frame.full) this.#replace(frame);
    else if (!this.started) return 'gap';
    else {
      if (frame.drill !== this.drill || frame.team !== this.team || frame.tick <= this.tick) return 'ignored';
      if (frame.previous !== this.tick) return 'gap';
      this.events = [...this.events, ...frame.events].slice(-eventsKept);
    }
    this.#take(frame);
    return 'applied';
  }

  clear(): void {
    this.#forget();
    this.tick = -1;
    this.drill = '';
    this.team = '';
    this.status = '';
    this.events = [];
    this.classes = [];
    this.service = emptyService;
    this.#forgetScore();
  }

  #replace(frame: Frame): void {
    const same = frame.drill === this.drill && frame.team === this.team;
    if (!same || frame.timeMs < this.timeMs) this.level.clear();
    if (!same) this.#forgetScore();
    this.#forget();
    this.drill = frame.drill;
    this.team = frame.team;
    this.events = frame.events.slice(-eventsKept);
  }

  #forget(): void {
    for (const map of this.#maps) map.clear();
    this.looks = [];
    this.findings.clear();
    this.alerts = [];
    this.hints = noHints;
    this.desk = emptyDesk;
    this.shape++;
  }

  #take(frame: Frame): void {
    this.tick = frame.tick;
    this.timeMs = frame.timeMs;
    this.endsMs = frame.endsMs;
    this.status = frame.status;
    this.speed = frame.speed;
    this.behindMs = frame.behindMs;
    this.service = frame.service;
    this.classes = frame.classes;
    if (frame.score) this.score = frame.score;
    this.#compareScore();
    if (frame.alerts) this.alerts = frame.alerts;
    if (frame.hints) this.hints = frame.hints;
    if (frame.desk) this.desk = frame.desk;
    this.#put(this.racks, frame.racks);
    this.#put(this.servers, frame.servers, (server) => [server.rack, String(server.slot), ...server.roles.map((role) => role.role)]);
    this.#put(this.balancers, frame.balancers, (balancer) => balancer.targets.map((target) => target.server));
    this.#put(this.caches, frame.caches);
    this.#put(this.databases, frame.databases, (database) => [database.server, ...database.nodes.map((node) => node.server)]);
    this.#put(this.rollouts, frame.rollouts);
    this.#put(this.dns, frame.dns, (name) => name.targets);
    this.#put(this.certificates, frame.certificates);
    this.#put(this.scalers, frame.scalers);
    if (frame.looks) this.looks = frame.looks;
    for (const finding of frame.findings) this.findings.set(finding.id, finding);
    for (const id of frame.gone) this.#remove(id);
    this.level.add(frame.timeMs, frame.service.level);
  }

  /** Compares with the score of a while ago; before the first requests are answered there is none worth comparing with. */
  #compareScore(): void {
    if (!this.score || this.timeMs < scoreSettledMs) return;
    const last = this.#scores.at(-1);
    if (!last || this.timeMs - last.timeMs >= scoreStepMs) this.#scores.push({ timeMs: this.timeMs, total: this.score.total });
    while (this.#scores.length > 1 && (this.#scores[1]?.timeMs ?? Infinity) <= this.timeMs - scoreChangeMs) this.#scores.shift();
    this.scoreChange = this.score.total - (this.#scores[0]?.total ?? this.score.total);
  }

  #forgetScore(): void {
    this.score = null;
    this.scoreChange = 0;
    this.#scores = [];
  }

  /** Place: where the view is drawn and what it leads to. */
  #put<View extends { readonly id: string }>(map: Map<string, View>, views: readonly View[], place: (view: View) => readonly string[] = () => []): void {
    for (const view of views) {
      const before = map.get(view.id);
      if (!before || place(before).join() !== place(view).join()) this.shape++;
      map.set(view.id, view);
    }
  }

  #remove(id: string): void {
    this.findings.delete(id);
    for (const map of this.#maps) if (map.delete(id)) this.shape++;
  }
}
