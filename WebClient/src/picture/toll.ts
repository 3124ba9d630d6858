import type { Frame } from '../wire';
import type { World } from '../world/world';
import { Losses } from './losses';
import { Points } from './points';

/** What is lost where: requests, and the points they cost. */
export class Toll {
  readonly losses = new Losses();
  readonly points = new Points();

  /** Of a frame the world has taken. */
  take(frame: Frame, { score, alerts, timeMs }: World): void {
    for (const trace of frame.traces) this.losses.add(trace);
    if (frame.full || document.hidden) this.points.forget();
    else this.points.take(score, this.losses.lately(timeMs), alerts);
  }
}
