import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { cells, cross, dashedBox, hatch, padlock } from '../../drawing/strokes';
import type { Group } from './groups';

/** Cells drawn for a process at most; with more threads a cell stands for several and fills in part. */
const cellsMost = 64;
/** Processes drawn as boxes at most; the rest is a number. */
const processesMost = 8;

/** Runs: its server does. Full: every thread of the role is busy. */
interface Running {
  readonly runs: boolean;
  readonly full: boolean;
}

/** A box for each process, as many as are drawn. */
export function processBoxes(area: Box, processes: number): readonly Box[] {
  const shown = Math.min(processes, processesMost);
  const rows = shown > 4 && area.h > 20 ? 2 : 1;
  const columns = Math.ceil(shown / rows);
  const [w, h] = [area.w / columns, area.h / rows];
  return Array.from({ length: shown }, (_, at) => ({
    x: area.x + (at % columns) * w + 0.5, y: area.y + Math.floor(at / columns) * h + 0.5, w: w - 3, h: h - 3,
  }));
}

interface Cells {
  readonly inside: Box;
  readonly count: number;
  readonly per: number;
}

/** Where a process has its cells, how many, and for how many threads each stands. */
export function cellsIn({ x, y, w, h }: Box, threads: number): Cells {
  const per = Math.max(1, Math.ceil(threads / cellsMost));
  return { inside: { x: x + 3.5, y: y + 3.5, w: w - 6, h: h - 6 }, count: Math.ceil(threads / per), per };
}

/** A box for each process, a cell for each thread. */
export function drawProcesses(sketch: Sketch, area: Box, group: Group, { runs, full }: Running, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  if (area.h < 6 || area.w < 6) return;
  const alive = runs && group.state !== 'coming';
  processBoxes(area, group.processes).forEach((box, at) => {
    if (runs && group.state === 'serving' && group.up[at] === false) {
      // Killed, and not yet started again.
      dashedBox(g, box, 3, colors.bad, 1);
      cross(g, box.x + box.w / 2, box.y + box.h / 2, Math.min(5, box.h / 4), colors.bad);
      return;
    }
    if (group.state === 'coming') dashedBox(g, box, 3, look.versionColor(group.version), 1);
    else g.roundRect(box.x, box.y, box.w, box.h, 3).stroke({ width: 1, color: alive ? colors.lineStrong : colors.line });
    const { inside, count, per } = cellsIn(box, group.threads);
    const filled = (alive ? (group.busy[at] ?? 0) : 0) / per;
    const locked = Math.min(group.busy[at] ?? 0, alive ? (group.locked[at] ?? 0) : 0);
    const waiting = { count: locked / per, color: colors.warn };
    cells(g, inside, count, filled, colors.idle, full ? colors.bad : look.versionColor(group.version), waiting);
    if (locked > 0) drawMutex(sketch, box, locked, look);
    if (group.state === 'old') hatch(g, box, 6, colors.ink3, 0.35);
  });
}

/** One of its threads is inside, and so many wait before the door; who is inside takes a look to know. */
function drawMutex(sketch: Sketch, box: Box, waiting: number, { colors }: Look): void {
  const text = String(waiting);
  const w = 15 + text.length * 6;
  if (box.w < w || box.h < 12) return;
  const [x, y] = [box.x + box.w - w, box.y + box.h - 12];
  sketch.g.roundRect(x, y, w, 12, 3).fill(colors.raised).stroke({ width: 1, color: colors.warn });
  padlock(sketch.g, x + 3, y + 2, 8, colors.warn);
  sketch.text(text, x + 12, y, { size: 10, color: colors.warn, bold: true });
}
