import type { Frame } from '../wire';
import type { World } from '../world/world';
import { Losses } from './losses';
import { Points } from './points';

/** Points that are lost now were lost where requests were lost just now, not where they were a minute ago. */
const nowMs = 5000;

/** What is lost where: requests, and the points they cost. */
export class Toll {
  readonly losses = new Losses();
  readonly points = new Points();

  /** Of a frame the world has taken. */
  take(frame: Frame, world: World): void {
    const { score, alerts, timeMs } = world;
    const estate = { balancers: world.list('balancers'), databases: world.list('databases') };
    for (const trace of frame.traces) this.losses.add(trace, estate);
    if (frame.full || document.hidden) this.points.forget();
    else this.points.take(score, this.#now(timeMs), alerts);
  }

  #now(timeMs: number): ReturnType<Losses['lately']> {
    const now = this.losses.lately(timeMs, nowMs);
    return now.size > 0 ? now : this.losses.lately(timeMs);
  }
}
