import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { percent, rate, secondsUntil } from '../../language/figures';
import type { CacheView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('caches').get(node.id);
    if (!view) return null;
    const second = view.readyMs > 0 ? Math.floor(world.timeMs / 1000) : 0;
    return { from: [view, second], on: (sketch) => drawCache(sketch, node, view, look) };
  },
};

/** A cache: a ring for its hit ratio, and how full it is; while it is being set up, how long that takes. */
function drawCache(sketch: Sketch, node: Node, view: CacheView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  sketch.begin();
  const starts = view.readyMs > look.timeMs;
  g.roundRect(0, 0, w, h, 10).fill(starts ? colors.rack : colors.surface);
  g.stroke({ width: starts ? 2 : 1, color: starts ? colors.warn : colors.lineStrong });
  const roomy = w >= 72 && h >= 72;
  const radius = Math.min(w, h) * (roomy ? 0.2 : 0.28);
  const y = roomy ? h * (h < 96 ? 0.56 : 0.48) : h / 2;
  drawRing(sketch, w / 2, y, radius, view.hitRatio, look);
  const inside = starts ? secondsUntil(view.readyMs, look.timeMs) : percent(view.hitRatio);
  if (radius > 14) sketch.text(inside, w / 2, y - 7, { size: 11, color: colors.ink, bold: true, align: 'center' });
  if (roomy) {
    sketch.text(view.id, w / 2, 7, { size: 12, color: colors.ink, bold: true, align: 'center', most: w - 12 });
    const state = starts ? look.words('life', 'starting') : `${rate(view.requestsPerSecond)}/s`;
    const style = { size: 10, color: starts ? colors.warn : colors.ink2, align: 'center', most: w - 12 } as const;
    if (h >= 96) sketch.text(state, w / 2, h - 29, style);
    const full = view.capacity > 0 ? view.entries / view.capacity : 0;
    bar(g, { x: 14, y: h - 12, w: w - 28, h: 4 }, full, colors.idle, colors.accent);
  }
  if (look.isPending(view.id)) g.circle(w - 9, 9, 3.5).fill(colors.warn);
  sketch.end();
}

function drawRing({ g }: Sketch, x: number, y: number, radius: number, share: number, { colors }: Look): void {
  g.circle(x, y, radius).stroke({ width: 5, color: colors.idle });
  if (share <= 0.004) return;
  const from = -Math.PI / 2;
  g.moveTo(x, y - radius).arc(x, y, radius, from, from + Math.PI * 2 * Math.min(0.9999, share));
  g.stroke({ width: 5, color: colors.good });
}
