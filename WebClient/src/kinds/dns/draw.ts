import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { seconds } from '../../language/figures';
import type { DnsView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';

/** Narrower than this there is no room for a record's TTL. */
const ttlFrom = 100;

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('dns').get(node.id);
    return view ? { from: [view], on: (sketch) => drawName(sketch, node, view, look) } : null;
  },
};

/** The users' name: where it leads, and how many resolvers still remember another answer. */
function drawName(sketch: Sketch, node: Node, view: DnsView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  const old = view.outdated > 0;
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface);
  g.stroke({ width: old ? 1.5 : 1, color: old ? colors.warn : colors.line });
  const leads = `→ ${view.targets.join(', ')}`;
  if (w < 64 || h < 44) {
    if (w > 44) sketch.text(leads, 6, h / 2 - 7, { size: 10, color: colors.ink2, most: w - 12 });
  } else {
    const room = h >= 62;
    sketch.text(view.id, 8, room ? 6 : 3, { size: 11, color: colors.ink, bold: true, most: w * 0.5 });
    const ttl = { size: 10, color: colors.ink3, align: 'right', most: w - 22 - view.id.length * 7 } as const;
    if (w >= ttlFrom) sketch.text(`TTL ${seconds(view.ttlSeconds)}`, w - 8, room ? 7 : 4, ttl);
    sketch.text(leads, 8, room ? 24 : 17, { size: 11, color: colors.ink, most: w - 16 });
    const style = { size: 10, color: old ? colors.warn : colors.ink3, bold: old, most: w - 16 } as const;
    sketch.text(resolversOf(view, look), 8, room ? 42 : 30, style);
    const share = view.resolvers > 0 ? view.outdated / view.resolvers : 0;
    if (old) bar(g, { x: 8, y: h - 9, w: w - 16, h: 4 }, share, colors.idle, colors.warn);
  }
  if (look.isPending(view.id)) g.circle(w - 7, 7, 3.5).fill(colors.warn);
  sketch.end();
}

function resolversOf(view: DnsView, look: Look): string {
  if (view.outdated > 0) return `${view.outdated}/${view.resolvers} ${look.words('label', 'old_answer')}`;
  return `${view.resolvers} ${look.words('label', 'resolvers')}`;
}
