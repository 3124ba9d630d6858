import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { duration, rate } from '../../language/figures';
import type { ClassView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { nameOf } from './state';

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.classes.find((one) => nameOf(one.id) === node.name);
    return view ? { from: [view], on: (sketch) => drawUsers(sketch, node, view, look) } : null;
  },
};

/** A class of users: a few heads in its colour, its rate, and what fails. */
function drawUsers(sketch: Sketch, node: Node, view: ClassView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  const color = look.classColor(view.id);
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface).stroke({ width: 1, color: colors.line });
  g.roundRect(w - 4, h * 0.2, 4, h * 0.6, 2).fill(color);
  const roomy = w >= 64 && h >= 36;
  const y = roomy ? 11 : h / 2 - 5;
  g.circle(14, y, 3.6).fill(color);
  g.roundRect(8.5, y + 5.5, 11, 6, 3).fill(color);
  const offered = `${rate(view.offeredPerSecond)}/s`;
  if (roomy) {
    const tall = h >= 62;
    sketch.text(look.classTitle(view.id), 26, tall ? 7 : 4, { size: 11, color: colors.ink, bold: true, most: w - 34 });
    sketch.text(offered, tall ? 10 : 26, tall ? 27 : 19, { size: tall ? 14 : 11, color: colors.ink, bold: true });
    if (h >= 48) drawAnswers(sketch, { x: tall ? 10 : 26, y: tall ? 46 : 34, most: w - (tall ? 18 : 32) }, view, look);
  } else if (w > 52) sketch.text(offered, w - 8, h / 2 - 7, { size: 11, color: colors.ink2, align: 'right' });
  sketch.end();
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly most: number;
}

function drawAnswers(sketch: Sketch, { x, y, most }: Spot, view: ClassView, { colors }: Look): void {
  const failing = view.failedPerSecond > 0;
  const text = failing ? `✕ ${rate(view.failedPerSecond)}/s` : `p95 ${duration(view.latency.p95)}`;
  sketch.text(text, x, y, { size: 10, color: failing ? colors.bad : colors.ink2, bold: failing, most });
}
