import { Container, Graphics } from 'pixi.js';
import type { Look } from '../drawing/look';
import type { Edge } from '../kinds/place';
import type { World } from '../world/world';
import { path } from './draw-edges';
import { steps, streamOf } from './flow';

/** Edges drawn together: when one of their streams looks otherwise, all of them are; of many only so many in a frame. */
const together = 32;

/** What flows along the edges, under the dots: as wide as its rate, as red as its failing share. */
export class Streams {
  readonly layer = new Container({ isRenderGroup: true });
  /** Parts still to be looked at since the last time all were. */
  #left = 0;
  #parts: { readonly g: Graphics; drawn: string }[] = [];

  redraw(): void {
    for (const part of this.#parts) part.drawn = '?';
  }

  /** False: there is more to draw. */
  draw(edges: readonly Edge[], world: World, look: Look, whole: boolean): boolean {
    const parts = Math.max(this.#parts.length, Math.ceil(edges.length / together));
    if (whole || this.#left <= 0) this.#left = parts;
    while (this.#left > 0) {
      const at = parts - this.#left--;
      const drawn = this.#drawPart(at, edges.slice(at * together, (at + 1) * together), world, look);
      if (drawn && !whole) break;
    }
    return this.#left === 0;
  }

  #drawPart(at: number, edges: readonly Edge[], world: World, { colors, scale }: Look): boolean {
    const part = (this.#parts[at] ??= { g: this.layer.addChild(new Graphics()), drawn: '' });
    const streams = edges.map((edge) => streamOf(edge.flow?.(world) ?? { perSecond: 0, failing: 0 }));
    const now = streams.map(({ width, bad }) => `${width}/${bad}`).join();
    if (now === part.drawn) return false;
    part.drawn = now;
    const { g } = part;
    g.clear();
    edges.forEach(({ way }, index) => {
      const { width, bad } = streams[index] ?? { width: 0, bad: 0 };
      if (width === 0) return;
      path(g, way, scale);
      g.stroke({ width: width * Math.min(1, scale + 0.3), color: colors.accent, alpha: 0.26, join: 'round' });
      if (bad === 0) return;
      path(g, way, scale);
      g.stroke({ width: Math.max(1.5, (width * bad) / steps), color: colors.bad, alpha: 0.75, join: 'round' });
    });
    return true;
  }
}
