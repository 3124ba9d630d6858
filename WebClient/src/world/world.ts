import type {
  AlertView, BetView, ClassView, DeskView, EventView, FindingView, Frame, HintsView, IncidentView, LookView, ScoreView,
  ServiceView,
} from '../wire';
import { Heat } from './heat';
import { LevelLine } from './level-line';
import { Quiet } from './quiet';

/** The lists of a frame whose views have ids of their own, by the frame's own names. */
export type List = {
  [Name in keyof Frame]: Frame[Name] extends readonly { readonly id: string }[] ? Name : never;
}[keyof Frame];

export type ViewIn<Name extends List> = Frame[Name][number];

/** A list of components that the world keeps, and what of a view says where it is drawn and what it leads to. */
export interface Kept {
  readonly list: List;
  shape(view: unknown): readonly string[];
}

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
/** Ticks a server may lag behind another; what is older than that comes from a restored backup. */
const mostLate = 40;
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
  /** Null: people are not asked about what comes, or not yet. */
  bet: BetView | null = null;
  desk: DeskView = emptyDesk;
  events: readonly EventView[] = [];
  readonly level = new LevelLine();
  readonly quiet = new Quiet();
  readonly heat = new Heat();
  #scores: { readonly timeMs: number; readonly total: number }[] = [];

  /** Looks under way, and what looks have shown, by component/look. */
  looks: readonly LookView[] = [];
  readonly findings = new Map<string, FindingView>();
  /** Ids of the actions and faults that apply to a component as it stands, in the order they are shown in. */
  readonly applies = new Map<string, readonly string[]>();
  readonly #kept: readonly Kept[];
  readonly #views = new Map<List, Map<string, { readonly id: string }>>();
  /** Grows whenever a component appears or goes, or stands for something else: the picture lays out again. */
  shape = 0;

  constructor(kept: readonly Kept[]) {
    this.#kept = kept;
  }

  /** A kind's views by the ids of their components, under the frame's name of them. */
  of<Name extends List>(list: Name): Map<string, ViewIn<Name>> {
    let views = this.#views.get(list);
    if (!views) this.#views.set(list, (views = new Map()));
    return views as Map<string, ViewIn<Name>>;
  }

  list<Name extends List>(list: Name): readonly ViewIn<Name>[] {
    return [...this.of(list).values()];
  }

  get started(): boolean {
    return this.tick >= 0;
  }

  /** The incident the team works on. */
  get incident(): IncidentView | null {
    const last = this.desk.incidents.at(-1);
    return last?.closedMs === 0 ? last : null;
  }

  /** Applies a full frame unless it is late, a delta only on top of exactly the tick it follows. */
  apply(frame: Frame): Applied {
    if (frame.full) {
      if (this.#isLate(frame)) return 'ignored';
      this.#replace(frame);
    } else if (!this.started) return 'gap';
    else {
      if (frame.drill !== this.drill || frame.team !== this.team || frame.previous < this.tick) return 'ignored';
      if (frame.previous > this.tick) return 'gap';
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

  /** After a reconnect to a server that has heard less of the system than the one before: its clock never goes back. */
  #isLate(frame: Frame): boolean {
    const same = frame.drill === this.drill && frame.team === this.team && frame.status !== 'catching-up';
    return same && frame.tick < this.tick && frame.tick > this.tick - mostLate;
  }

  #replace(frame: Frame): void {
    const same = frame.drill === this.drill && frame.team === this.team;
    if (!same || frame.timeMs < this.timeMs) this.level.clear();
    if (!same) {
      this.#forgetScore();
      this.quiet.clear();
      this.heat.clear();
    }
    this.#forget();
    this.drill = frame.drill;
    this.team = frame.team;
    this.events = frame.events.slice(-eventsKept);
  }

  #forget(): void {
    for (const views of this.#views.values()) views.clear();
    this.looks = [];
    this.findings.clear();
    this.applies.clear();
    this.alerts = [];
    this.hints = noHints;
    this.bet = null;
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
    this.score = frame.score;
    this.#compareScore();
    this.alerts = frame.alerts;
    this.hints = frame.hints;
    this.bet = frame.bet;
    this.desk = frame.desk;
    for (const kept of this.#kept) this.#put(kept, frame[kept.list]);
    this.quiet.take(frame.servers, frame.timeMs);
    this.looks = frame.looks;
    putAll(this.findings, frame.findings, (finding) => finding);
    putAll(this.applies, frame.applies, ({ actions }) => actions);
    this.heat.take(frame.traces);
    this.level.add(frame.timeMs, frame.service.level);
  }

  /** Compares with the score of a while ago; before the first requests are answered there is none worth comparing with. */
  #compareScore(): void {
    if (!this.score || this.timeMs < scoreSettledMs) return;
    const last = this.#scores.at(-1);
    const { timeMs } = this;
    if (!last || timeMs - last.timeMs >= scoreStepMs) this.#scores.push({ timeMs, total: this.score.total });
    const since = this.timeMs - scoreChangeMs;
    while (this.#scores.length > 1 && (this.#scores[1]?.timeMs ?? Infinity) <= since) this.#scores.shift();
    this.scoreChange = this.score.total - (this.#scores[0]?.total ?? this.score.total);
  }

  #forgetScore(): void {
    this.score = null;
    this.scoreChange = 0;
    this.#scores = [];
  }

  #put({ list, shape }: Kept, views: readonly { readonly id: string }[]): void {
    const known: Map<string, { readonly id: string }> = this.of(list);
    for (const view of views) {
      const before = known.get(view.id);
      if (before === view) continue;
      if (!before || shape(before).join() !== shape(view).join()) this.shape++;
    }
    if (putAll(known, views, (view) => view)) this.shape++;
  }
}

/** The map holds these and no others afterwards, in their order as they came. True: something left. */
function putAll<Item extends { readonly id: string }, Value>(
  map: Map<string, Value>, items: readonly Item[], valueOf: (item: Item) => Value,
): boolean {
  for (const item of items) map.set(item.id, valueOf(item));
  if (map.size === items.length) return false;
  const there = new Set(items.map((item) => item.id));
  for (const id of map.keys()) if (!there.has(id)) map.delete(id);
  return true;
}
