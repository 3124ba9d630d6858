import type { Box } from '../../drawing/geometry';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, cells } from '../../drawing/strokes';
import type { DatabaseView } from '../../wire';
import { drawLock } from './lock';

/** A third of a database's body, from its top. */
interface Row extends Box {
  /** High enough for words above its figure. */
  readonly roomy: boolean;
}

/** Connections, slots and the lock door. */
export function drawParts(sketch: Sketch, box: Box, view: DatabaseView, look: Look): void {
  const top = box.y + 2;
  const h = (box.h - 2) / 3;
  const row = { x: box.x + 6, y: top, w: box.w - 12, h, roomy: h >= 21 };
  drawConnections(sketch, row, view, look);
  drawSlots(sketch, { ...row, y: top + h }, view, look);
  drawLock(sketch, { ...row, y: top + h + h }, view.lockWaiters, row.roomy, look);
}

function drawConnections(sketch: Sketch, row: Row, view: DatabaseView, look: Look): void {
  const { colors } = look;
  const used = share(view.connections, view.maxConnections);
  caption(sketch, row, look.words('label', 'connections'), `${view.connections}/${view.maxConnections}`, used >= 0.9, look);
  bar(sketch.g, { ...under(row, 2), h: 6 }, used, colors.idle, loadColor(used, colors));
}

function drawSlots(sketch: Sketch, row: Row, view: DatabaseView, look: Look): void {
  const { colors } = look;
  const busy = view.slots > 0 && view.busySlots >= view.slots;
  const waits = view.slotQueue > 0 ? ` +${view.slotQueue}` : '';
  caption(sketch, row, look.words('label', 'slots'), `${view.busySlots}/${view.slots}${waits}`, busy, look);
  const area = { ...under(row, 1), h: Math.min(10, row.h - (row.roomy ? 13 : 4)) };
  cells(sketch.g, area, view.slots, view.busySlots, colors.idle, busy ? colors.warn : colors.accent);
}

/** Where a row's bar or cells are: below its words, or left of its figure. */
function under(row: Row, low: number): Pick<Box, 'x' | 'y' | 'w'> {
  return { x: row.x, y: row.y + (row.roomy ? 13 : low), w: row.roomy ? row.w : row.w - 52 };
}

function caption(sketch: Sketch, row: Row, name: string, figure: string, hot: boolean, { colors }: Look): void {
  if (row.roomy) sketch.text(name, row.x, row.y, { size: 10, color: colors.ink3, most: row.w * 0.6 });
  const style = { size: 10, color: hot ? colors.bad : colors.ink2, align: 'right', bold: hot } as const;
  sketch.text(figure, row.x + row.w, row.y, style);
}

export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
