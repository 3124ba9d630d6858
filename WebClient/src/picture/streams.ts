import { Graphics } from 'pixi.js';
import type { Look } from '../drawing/look';
import type { Edge, Flow } from '../kinds/place';
import type { World } from '../world/world';
import { path } from './draw-edges';

/** From this many requests a second on an edge is a stream: dots alone no longer tell how much flows. */
const streamFrom = 20;
const widestPixels = 13;
/** Widths and shares in steps: a stream is drawn again only when it looks otherwise. */
const steps = 8;

/** How wide a stream is, and how many of its steps fail; tenfold the requests, so much wider. */
export function streamOf({ perSecond, failing }: Flow): { readonly width: number; readonly bad: number } {
  if (perSecond < streamFrom) return { width: 0, bad: 0 };
  const width = Math.min(widestPixels, Math.round(3 + 3.2 * Math.log2(perSecond / streamFrom)));
  const share = Math.min(1, failing / perSecond);
  return { width, bad: share < 0.005 ? 0 : Math.max(1, Math.round(share * steps)) };
}

/** What flows along the edges, under the dots: as wide as its rate, as red as its failing share. */
export class Streams {
  readonly layer = new Graphics();
  #drawn = '';

  redraw(): void {
    this.#drawn = '';
  }

  draw(edges: readonly Edge[], world: World, { colors, scale }: Look): void {
    const streams = edges.map((edge) => streamOf(edge.flow?.(world) ?? { perSecond: 0, failing: 0 }));
    const now = streams.map(({ width, bad }) => `${width}/${bad}`).join();
    if (now === this.#drawn) return;
    this.#drawn = now;
    this.layer.clear();
    edges.forEach(({ way }, at) => {
      const { width, bad } = streams[at] ?? { width: 0, bad: 0 };
      if (width === 0) return;
      path(this.layer, way, scale);
      this.layer.stroke({ width: width * Math.min(1, scale + 0.3), color: colors.accent, alpha: 0.26, join: 'round' });
      if (bad === 0) return;
      path(this.layer, way, scale);
      this.layer.stroke({ width: Math.max(1.5, (width * bad) / steps), color: colors.bad, alpha: 0.75, join: 'round' });
    });
  }
}
