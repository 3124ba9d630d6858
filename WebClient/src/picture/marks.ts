import type { Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import type { Point } from '../drawing/geometry';
import { dashedBox } from '../drawing/strokes';
import type { Node } from '../kinds/place';

interface Marked {
  readonly held: Point | null;
  readonly selected: string | null;
  readonly focused: string | null;
}

/** Rings around the held dot, and around the selected and the focused component. */
export function drawMarks(g: Graphics, nodes: readonly Node[], marked: Marked, s: number, colors: Colors): void {
  const { held, selected, focused } = marked;
  g.clear();
  if (held) g.circle(held.x * s, held.y * s, 9).stroke({ width: 2, color: colors.ink });
  for (const box of boxesOf(selected, nodes)) {
    g.roundRect(box.x * s - 4, box.y * s - 4, box.w * s + 8, box.h * s + 8, 9);
    g.stroke({ width: 2, color: colors.accent });
  }
  for (const { x, y, w, h } of boxesOf(focused, nodes)) {
    const box = { x: x * s - 7, y: y * s - 7, w: w * s + 14, h: h * s + 14 };
    dashedBox(g, box, 5, colors.accent, 1.5);
  }
}

/** Where a component is drawn; a replica is marked with its whole server. */
function boxesOf(id: string | null, nodes: readonly Node[]): readonly Node[] {
  const own = nodes.filter((node) => node.id === id);
  const whole = own.filter(({ layer }) => layer !== 'part');
  return whole.length > 0 ? whole : own;
}
