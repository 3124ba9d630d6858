import type { Box } from '../../drawing/geometry';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, cells } from '../../drawing/strokes';
import type { DatabaseView } from '../../wire';
import type { Held } from '../held';
import { drawLock } from './lock';

/** About the width of a figure's letter. */
const letterPixels = 6.5;

/** A third of a database's body, from its top. */
export interface Row extends Box {
  /** High enough for words above its figure. */
  readonly roomy: boolean;
}

interface Rows {
  readonly connections: Row;
  readonly slots: Row;
  readonly lock: Row;
}

/** Of a database drawn so wide and high. */
export function rowsOf(w: number, h: number): Rows {
  const cap = capOf(h);
  const top = cap * 2 + 22;
  const high = (h - top - cap * 0.9) / 3;
  const row = { x: 14, y: top, w: w - 28, h: high, roomy: high >= 21 };
  return { connections: row, slots: { ...row, y: top + high }, lock: { ...row, y: top + high * 2 } };
}

/** How high its lid is. */
export function capOf(h: number): number {
  return Math.min(10, h * 0.07);
}

/** Cells of its slots. */
export function slotArea(row: Row): Box {
  return { ...under(row, 1), h: Math.min(10, row.h - (row.roomy ? 13 : 4)) };
}

/** Connections, slots and the lock door. */
export function drawParts(sketch: Sketch, rows: Rows, view: DatabaseView, held: Held | null, look: Look): void {
  drawConnections(sketch, rows.connections, view, look);
  drawSlots(sketch, rows.slots, view, look);
  drawLock(sketch, rows.lock, view, held, look);
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
  cells(sketch.g, slotArea(row), view.slots, view.busySlots, colors.idle, busy ? colors.warn : colors.accent);
}

/** Where a row's bar or cells are: below its words, or left of its figure. */
export function under(row: Row, low: number): Pick<Box, 'x' | 'y' | 'w'> {
  return { x: row.x, y: row.y + (row.roomy ? 13 : low), w: row.roomy ? row.w : row.w - 52 };
}

function caption(sketch: Sketch, row: Row, name: string, figure: string, hot: boolean, { colors }: Look): void {
  const most = row.w - figure.length * letterPixels - 4;
  if (row.roomy) sketch.text(name, row.x, row.y, { size: 10, color: colors.ink3, most });
  const style = { size: 10, color: hot ? colors.bad : colors.ink2, align: 'right', bold: hot } as const;
  sketch.text(figure, row.x + row.w, row.y, style);
}

export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
