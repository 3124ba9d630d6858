import { newWorld } from '../kinds';
import type { Frame, Seat } from '../wire';
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
      const frame = await this.#link.call('FullFrame');
      if (frame) this.take(frame);
    } catch {
      // The line broke: coming back fetches again.
    } finally {
      this.#fetching = false;
    }
  }

  take(frame: Frame): void {
    const seat = this.#seat();
    if (frame.drill !== seat?.drill) return;
    this.#heardAt = performance.now();
    const applied = this.world.apply(frame);
    // Frames of a team just switched to come before its full frame.
    const switched = applied === 'ignored' && frame.team !== this.world.team && frame.team === seat.team;
    if (applied === 'gap' || switched) void this.refresh();
    if (applied !== 'applied') return;
    if (frame.full) void this.#recall();
    this.#commands.settle(frame.events, frame.tick);
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
