import { Graphics } from 'pixi.js';
import type { Look } from '../drawing/look';
import type { Edge } from '../kinds/place';
import type { World } from '../world/world';
import { path } from './draw-edges';
import { steps, streamOf } from './flow';

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
