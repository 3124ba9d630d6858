import type { Graphics } from 'pixi.js';
import type { Box, Point } from './geometry';

/** A level bar: track and filled part. */
export function bar(g: Graphics, box: Box, share: number, track: number, fill: number): void {
  g.roundRect(box.x, box.y, box.w, box.h, Math.min(2, box.h / 2)).fill(track);
  const width = Math.max(0, Math.min(1, share)) * box.w;
  if (width >= 1) g.roundRect(box.x, box.y, width, box.h, Math.min(2, box.h / 2)).fill(fill);
}

/** Diagonal lines, clipped to the box by construction. */
export function hatch(g: Graphics, box: Box, step: number, color: number, alpha: number): void {
  for (let at = step; at < box.w + box.h; at += step) {
    const x0 = box.x + Math.max(0, at - box.h);
    const y0 = box.y + Math.min(at, box.h);
    const x1 = box.x + Math.min(at, box.w);
    const y1 = box.y + Math.max(0, at - box.w);
    g.moveTo(x0, y0).lineTo(x1, y1);
  }
  g.stroke({ width: 2, color, alpha });
}

export function dashedBox(g: Graphics, box: Box, dash: number, color: number, width: number): void {
  const right = box.x + box.w;
  const bottom = box.y + box.h;
  for (let x = box.x; x < right; x += dash * 2) {
    const end = Math.min(x + dash, right);
    g.moveTo(x, box.y).lineTo(end, box.y).moveTo(x, bottom).lineTo(end, bottom);
  }
  for (let y = box.y; y < bottom; y += dash * 2) {
    const end = Math.min(y + dash, bottom);
    g.moveTo(box.x, y).lineTo(box.x, end).moveTo(right, y).lineTo(right, end);
  }
  g.stroke({ width, color });
}

export function cross(g: Graphics, x: number, y: number, reach: number, color: number, width = 2): void {
  g.moveTo(x - reach, y - reach).lineTo(x + reach, y + reach).moveTo(x + reach, y - reach).lineTo(x - reach, y + reach);
  g.stroke({ width, color, cap: 'round' });
}

/** Cells do not grow beyond this, however near one looks. */
const cellMost = 34;
const fullRowsWorth = 1.25;

function cellOf(box: Box, count: number, columns: number): number {
  return Math.min(box.w / columns, box.h / Math.ceil(count / columns), cellMost);
}

/** As many columns as make the largest cells; full rows may cost a little of that. */
function columnsOf(box: Box, count: number): number {
  const about = Math.min(count, Math.sqrt((count * box.w) / box.h));
  let best = 1;
  let bestSize = 0;
  for (let columns = Math.max(1, Math.floor(about) - 2); columns <= Math.min(count, Math.ceil(about) + 2); columns++) {
    const size = cellOf(box, count, columns) * (count % columns === 0 ? fullRowsWorth : 1);
    if (size > bestSize) [best, bestSize] = [columns, size];
  }
  return best;
}

/** The middle of each cell, in the order they fill; none where they are too small to be told apart. */
export function middles(box: Box, count: number): readonly Point[] {
  if (count <= 0 || box.w < 4 || box.h < 4) return [];
  const columns = columnsOf(box, count);
  const cell = cellOf(box, count, columns);
  const half = (cell - (cell > 6 ? 2 : 1)) / 2;
  return Array.from({ length: count }, (_, at) => ({
    x: box.x + (at % columns) * cell + half,
    y: box.y + Math.floor(at / columns) * cell + half,
  }));
}

/** Of the filled cells, the last so many are of another colour. */
interface Others {
  readonly count: number;
  readonly color: number;
}

/** A closed padlock in a square. */
export function padlock(g: Graphics, x: number, y: number, size: number, color: number): void {
  g.roundRect(x, y + size * 0.45, size * 0.9, size * 0.55, 1).fill(color);
  const [middle, top] = [x + size * 0.45, y + size * 0.42];
  g.moveTo(x + size * 0.2, y + size * 0.5).arc(middle, top, size * 0.27, Math.PI, 0).stroke({ width: 1.2, color });
}

/** Cells in rows, the first `filled` of them filled; a cell may be filled in part. */
export function cells(
  g: Graphics, box: Box, count: number, filled: number, empty: number, full: number, others: Others | null = null,
): void {
  if (count <= 0 || box.w < 4 || box.h < 4) return;
  const columns = columnsOf(box, count);
  const cell = cellOf(box, count, columns);
  if (cell < 3) {
    bar(g, { ...box, h: Math.min(box.h, 8) }, filled / count, empty, full);
    return;
  }
  const size = cell - (cell > 6 ? 2 : 1);
  const place = (at: number, share: number): void => {
    g.rect(box.x + (at % columns) * cell, box.y + Math.floor(at / columns) * cell, size * share, size);
  };
  const whole = Math.floor(filled);
  for (let at = whole; at < count; at++) place(at, 1);
  if (whole < count) g.fill(empty);
  if (filled <= 0) return;
  for (let at = 0; at < Math.min(whole, count); at++) place(at, 1);
  if (whole < count && filled > whole) place(whole, filled - whole);
  g.fill(full);
  if (!others || others.count < 1) return;
  const end = Math.min(whole, count);
  for (let at = Math.max(0, end - Math.floor(others.count)); at < end; at++) place(at, 1);
  g.fill(others.color);
}
