import { newWorld } from '../kinds';
import type { Frame, Seat } from '../wire';
import { Told } from '../wire/told';
import { beat } from '../world/beat.svelte';
import type { Commands } from './commands.svelte';
import type { Link } from './link';

/** The name under which the server keeps the history of the service level. */
const servicePast = 'service';

/** A running system tells something several times a second. */
const silenceMs = 3000;

type FrameListener = (frame: Frame) => void;

/** The team's system as frames tell it; fetched whole on sitting down, on coming back, and after a gap. */
export class Frames {
  readonly world = newWorld();
  /** The system runs, as far as is known, but nothing is heard of it. */
  silent = $state(false);
  readonly #link: Link;
  readonly #commands: Commands;
  readonly #seat: () => Seat | null;
  readonly #listeners = new Set<FrameListener>();
  #fetching = false;
  #told: Told | null = null;
  /** Frames are read one after another: a full one takes a moment to be unpacked. */
  #read: Promise<void> = Promise.resolve();
  #heardAt = 0;

  constructor(link: Link, commands: Commands, seat: () => Seat | null) {
    this.#link = link;
    this.#commands = commands;
    this.#seat = seat;
  }

  onFrame(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async refresh(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      const bytes = await this.#link.call('FullFrame');
      if (bytes) this.take(bytes);
    } catch {
      // The line broke: coming back fetches again.
    } finally {
      this.#fetching = false;
    }
  }

  take(bytes: Uint8Array): void {
    this.#read = this.#read.then(() => this.#take(bytes)).catch(reportError);
  }

  async #take(bytes: Uint8Array): Promise<void> {
    const told = await this.#unpacked(bytes);
    const seat = this.#seat();
    if (told === 'over' || !seat) return;
    this.#heardAt = performance.now();
    if (told === 'gap') void this.refresh();
    else if (told.frame.drill === seat.drill) this.#apply(told);
  }

  /** A delta that cannot be read is as good as lost; of a full frame that cannot, another one would be no better. */
  async #unpacked(bytes: Uint8Array): Promise<Told | 'gap' | 'over'> {
    if (Told.isFull(bytes)) return Told.begin(bytes);
    try {
      return this.#told?.next(bytes) ?? 'gap';
    } catch {
      return 'gap';
    }
  }

  #apply(told: Told): void {
    const { frame } = told;
    const applied = this.world.apply(frame);
    if (applied === 'gap') void this.refresh();
    if (applied !== 'applied') return;
    this.#told = told;
    if (frame.full) void this.#recall();
    this.#commands.settle(frame.events, frame.tick, frame.status === 'running');
    for (const listener of this.#listeners) listener(frame);
    beat.mark();
  }

  /** Runs: the room does, and the line is there. */
  listen(runs: boolean): void {
    this.silent = runs && this.world.status === 'running' && performance.now() - this.#heardAt > silenceMs;
  }

  /** Fills the service level's line with what was before one came. */
  async #recall(): Promise<void> {
    const { drill, team } = this.world;
    const past = await this.#link.call('Inspect', servicePast).catch(() => null);
    const level = past?.series['level'];
    if (!past || !level || this.world.drill !== drill || this.world.team !== team) return;
    this.world.level.fill(past.timesMs, level);
    beat.mark();
  }
}
