import type { Box } from '../../drawing/geometry';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, cross } from '../../drawing/strokes';
import { m } from '../../paraglide/messages';
import type { RackView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { rackHeader } from './size';

const uplinkShown = 0.3;

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('racks').get(node.id);
    if (!view) return null;
    /** All that stand in it, also those that are drawn elsewhere. */
    const standing = (): number => world.list('servers').filter((server) => server.rack === node.id).length;
    return { from: [view], on: (sketch) => drawRack(sketch, node, view, Math.max(0, view.units - standing()), look) };
  },
};

/** A rack: its frame, its name, and the units that are still free. */
function drawRack(sketch: Sketch, node: Node, view: RackView, free: number, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  const down = view.condition !== 'on';
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.rack).stroke({ width: down ? 2 : 1, color: down ? colors.bad : colors.line });
  const roomy = w > 120 && s > 0.45;
  const y = Math.max(0, (rackHeader * s - 15) / 2);
  if (roomy) {
    sketch.text(view.id, 10, y, { size: 11, color: colors.ink2, bold: true, most: w * 0.5 });
    const style = { size: 11, color: colors.bad, bold: true, align: 'right', most: w * 0.45 } as const;
    if (down) sketch.text(look.words('condition', view.condition), w - 10, y, style);
    else drawUplink(sketch, { x: w - 58, y: y + 5, w: 48, h: 5 }, view, look);
  }
  if (down && !roomy) cross(g, w - 8, 8, 4, colors.bad);
  if (free > 0) {
    const low = h - 15 * s;
    for (let at = 0; at < Math.min(3, free); at++)
      g.moveTo(10, low + at * 4 * s).lineTo(w - (roomy ? 84 : 10), low + at * 4 * s);
    g.stroke({ width: 1, color: colors.line });
    const style = { size: 10, color: colors.ink3, align: 'right', most: 70 } as const;
    if (roomy) sketch.text(m.label_free({ n: free }), w - 10, low - 4 * s, style);
  }
  sketch.end();
}

/** How busy a rack's uplink is, once that is worth a look, and a power feed that has failed. */
function drawUplink(sketch: Sketch, box: Box, view: RackView, look: Look): void {
  const { colors } = look;
  const dark = view.darkFeeds.map((feed) => feed.toUpperCase()).join();
  if (dark !== '') {
    const style = { size: 10, color: colors.warn, bold: true, align: 'right' } as const;
    sketch.text(`${look.words('kind', 'feed')} ${dark} ✕`, box.x + box.w, box.y - 5, style);
    return;
  }
  if (view.uplink < uplinkShown) return;
  sketch.text('NET', box.x - 26, box.y - 4, { size: 10, color: colors.ink3 });
  bar(sketch.g, box, view.uplink, colors.idle, loadColor(view.uplink, colors));
}
