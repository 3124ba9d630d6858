import type { EndedSeat, EvaluationView, EventView, Frame, Refusal, Room, ScenarioCard, Seat, SeatAnswer, Text } from '../wire';
import { language } from '../language/language.svelte';
import { beat } from '../world/beat.svelte';
import type { World } from '../world/world';
import { Commands } from './commands.svelte';
import { Frames } from './frames.svelte';
import { Link, type LinkState } from './link';
import { lobbyEnded } from './lobby-ended';
import type { PendingCommand } from './outbox';
import { isGone, resume } from './resume';
import { route } from './route.svelte';
import { SignIn } from './sign-in.svelte';
import { withStandings } from './standings';
import { forgetSeat, keepSeat, keepWatched, lastSeat, seatOfTab, standUp, type SavedSeat } from './tokens';

type EvaluationListener = (evaluation: EvaluationView) => void;

/** The player's side of the line: the seat, the room, the world, and what is on its way to the server. */
class Session {
  readonly link = new Link('/hub');
  readonly signIn = new SignIn(this.link);
  readonly #commands = new Commands(this.link);
  readonly #frames = new Frames(this.link, this.#commands, () => this.seat);
  #evaluations = new Set<EvaluationListener>();

  state = $state<LinkState>('connecting');
  seat = $state.raw<Seat | null>(null);
  room = $state.raw<Room | null>(null);
  library = $state.raw<readonly ScenarioCard[] | null>(null);
  saved = $state.raw<SavedSeat | null>(lastSeat());
  /** The latest refusal of an instructor's control or of a way in. */
  notice = $state.raw<Text | null>(null);
  /** This page is of another version than the server; only reloading it helps. */
  outdated = $state.raw<Text | null>(null);
  resuming = $state(false);
  /** How often each scenario's boards got another entry since this page was opened. */
  boards = $state<Record<string, number>>({});

  get world(): World {
    return this.#frames.world;
  }

  /** The system runs, as far as is known, but nothing is heard of it. */
  get silent(): boolean {
    return this.#frames.silent;
  }

  /** Commands on their way, and the latest that somebody must read about. */
  get pending(): readonly PendingCommand[] {
    return this.#commands.pending;
  }

  /** Whether start, pause, speed and finish are this person's. */
  get controls(): boolean {
    return this.seat !== null && (this.seat.role === 'instructor' || this.room?.solo === true);
  }

  get operates(): boolean {
    return this.seat?.role === 'player';
  }

  get watches(): boolean {
    return this.seat !== null && this.seat.role !== 'player';
  }

  async open(): Promise<void> {
    this.resuming = route.place.name === 'drill';
    this.link.onState = (state) => (this.state = state);
    this.link.onOnline = () => this.#comeBack();
    this.link.on('Frame', (bytes) => this.#frames.take(bytes));
    this.link.on('Outdated', (text) => (this.outdated = text));
    this.link.on('Room', (room) => this.#takeRoom(room));
    this.link.on('Standings', (standings) => (this.room &&= withStandings(this.room, standings)));
    this.link.on('SeatEnded', (ended) => this.#lose(ended));
    this.link.on('Evaluation', (evaluation) => this.#evaluations.forEach((listener) => listener(evaluation)));
    this.link.on('Board', (scenario) => (this.boards[scenario] = (this.boards[scenario] ?? 0) + 1));
    setInterval(() => this.#frames.listen(this.state === 'online' && this.room?.status === 'running'), 1000);
    await this.signIn.open(() => this.link.open());
  }

  onFrame(listener: (frame: Frame) => void): () => void {
    return this.#frames.onFrame(listener);
  }

  onEvaluation(listener: EvaluationListener): () => void {
    this.#evaluations.add(listener);
    return () => this.#evaluations.delete(listener);
  }

  /** Sits down with an answer of the server; false when it was a refusal. */
  sit(answer: SeatAnswer): boolean {
    this.notice = answer.refusal?.text ?? null;
    if (!answer.seat) return false;
    this.#place(answer.seat);
    route.go(`/drill/${answer.seat.code}`);
    void this.#frames.refresh();
    return true;
  }

  async returnTo(saved: SavedSeat): Promise<void> {
    const answer = await this.link.call('Resume', saved.token);
    if (this.sit(answer) || !isGone(answer)) return;
    forgetSeat(saved.token);
    this.saved = lastSeat();
  }

  /** Stands up: the seat stays ours and can be taken again. */
  async standUp(): Promise<void> {
    standUp();
    this.#empty();
    route.go('/');
    await this.link.reopen();
  }

  async leaveForGood(): Promise<void> {
    if (this.seat) forgetSeat(this.seat.token);
    await this.link.call('Leave');
    this.#empty();
    route.go('/');
  }

  /** An instructor's control; a refusal is shown. */
  async control(call: Promise<Refusal | null>): Promise<void> {
    try {
      this.notice = (await call)?.text ?? null;
    } catch {
      this.notice = null;
    }
  }

  async watch(team: string): Promise<void> {
    await this.control(this.link.call('Watch', team));
    if (this.seat && !this.notice) {
      this.seat = { ...this.seat, team };
      keepWatched(this.seat.drill, team);
    }
    await this.#frames.refresh();
  }

  command(action: string, target: string, args: Readonly<Record<string, string>>): string {
    return this.#commands.give(action, target, args);
  }

  /** Takes back what an event says was done. */
  undo(event: EventView): void {
    this.#commands.undo(event);
  }

  /** Takes back one's own last action that can be. */
  undoLast(): void {
    const last = this.seat && this.operates ? this.#commands.lastOf(this.seat.name, this.world.events) : undefined;
    if (last) this.undo(last);
  }

  dismiss(id: string): void {
    this.#commands.dismiss(id);
  }

  async #comeBack(): Promise<void> {
    await this.#resume();
    this.#commands.sendAgain();
    this.library ??= await this.link.call('Library');
  }

  async #resume(): Promise<void> {
    const place = route.place;
    const kept = this.seat ?? [seatOfTab(), lastSeat()].find((saved) => place.name === 'drill' && saved?.code === place.code);
    if (kept) {
      const answer = await resume(
        () => this.link.call('Resume', kept.token),
        () => this.seat === kept || route.place.name === 'drill',
      );
      if (answer.seat) {
        this.#place(answer.seat);
        await this.#frames.refresh();
      } else {
        if (isGone(answer)) forgetSeat(kept.token);
        this.#empty();
        this.notice = answer.refusal?.text ?? null;
      }
    }
    this.resuming = false;
    if (!this.seat && place.name === 'drill') route.go(`/join/${place.code}`);
  }

  /** The seat was given up in another tab or at another device. */
  #lose(ended: EndedSeat): void {
    if (this.seat?.drill !== ended.drill || this.seat.player !== ended.player) return;
    this.#sendHome(ended.text);
  }

  #place(seat: Seat): void {
    if (this.seat?.drill !== seat.drill) {
      this.world.clear();
      this.#commands.clear();
    }
    this.seat = seat;
    language.meet(seat.scenario.classes);
    this.room = seat.room;
    keepSeat(seat);
    this.saved = lastSeat();
    beat.mark();
  }

  #empty(): void {
    this.seat = null;
    this.room = null;
    this.world.clear();
    this.#commands.clear();
    this.saved = lastSeat();
    beat.mark();
  }

  #takeRoom(room: Room): void {
    if (!this.seat || room.drill !== this.seat.drill) return;
    const waited = this.room?.status === 'lobby';
    this.room = room;
    // What ended before it began has nothing to show, and nothing is left of it.
    if (waited && room.status === 'finished') this.#sendHome(lobbyEnded());
    else if (waited && room.status !== 'lobby') void this.#frames.refresh();
  }

  /** The seat is gone for good. */
  #sendHome(why: Text): void {
    if (this.seat) forgetSeat(this.seat.token);
    this.#empty();
    this.notice = why;
    route.go('/');
  }
}

export const session = new Session();
