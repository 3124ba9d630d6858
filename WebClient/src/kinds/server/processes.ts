import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { cells, cross, dashedBox, hatch } from '../../drawing/strokes';
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

/** A box for each process, a cell for each thread. */
export function drawProcesses(sketch: Sketch, area: Box, group: Group, { runs, full }: Running, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  if (area.h < 6 || area.w < 6) return;
  const shown = Math.min(group.processes, processesMost);
  const rows = shown > 4 && area.h > 20 ? 2 : 1;
  const columns = Math.ceil(shown / rows);
  const w = area.w / columns;
  const h = area.h / rows;
  const perCell = Math.max(1, Math.ceil(group.threads / cellsMost));
  const alive = runs && group.state !== 'coming';
  for (let at = 0; at < shown; at++) {
    const x = area.x + (at % columns) * w;
    const y = area.y + Math.floor(at / columns) * h;
    const box = { x: x + 0.5, y: y + 0.5, w: w - 3, h: h - 3 };
    if (runs && group.state === 'serving' && group.up[at] === false) {
      // Killed, and not yet started again.
      dashedBox(g, box, 3, colors.bad, 1);
      cross(g, x + w / 2 - 1, y + h / 2 - 1, Math.min(5, h / 4), colors.bad);
      continue;
    }
    if (group.state === 'coming') dashedBox(g, box, 3, look.versionColor(group.version), 1);
    else g.roundRect(box.x, box.y, box.w, box.h, 3).stroke({ width: 1, color: alive ? colors.lineStrong : colors.line });
    const inside = { x: x + 4, y: y + 4, w: w - 9, h: h - 9 };
    const count = Math.ceil(group.threads / perCell);
    const filled = (alive ? (group.busy[at] ?? 0) : 0) / perCell;
    cells(g, inside, count, filled, colors.idle, full ? colors.bad : look.versionColor(group.version));
    if (group.state === 'old') hatch(g, box, 6, colors.ink3, 0.35);
  }
}
