import type { RoleView, ServerView } from '../wire';
import { rate } from '../language/figures';
import type { Box } from './geometry';
import type { Look } from './look';
import type { Sketch } from './sketch';
import { bar, cells } from './strokes';

/** Cells drawn for a process at most; with more threads a cell stands for several and fills in part. */
const cellsMost = 64;
/** Processes drawn as boxes at most; the rest is a number. */
const processesMost = 8;
const doorPixels = 14;

/** A role inside its server: the queue at its door, a box for each process, a cell for each thread. */
export function drawRole(sketch: Sketch, box: Box, role: RoleView, server: ServerView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const busy = role.busy.reduce((sum, one) => sum + one, 0);
  const total = role.processes * role.threads;
  g.roundRect(box.x, box.y, box.w, box.h, 4).fill(colors.raised);
  sketch.text(look.words('tier', role.role), box.x + doorPixels + 4, box.y + 2, { size: 10, color: colors.ink2, bold: true });
  sketch.text(`${busy}/${total}`, box.x + box.w - 5, box.y + 2, { size: 10, color: busy >= total ? colors.bad : colors.ink2, align: 'right' });
  if (box.w > 110) {
    const label = `${rate(role.requestsPerSecond)}/s`;
    sketch.text(label, box.x + box.w / 2 + 4, box.y + 2, { size: 10, color: colors.ink3, align: 'center' });
  }
  drawDoor(sketch, { x: box.x, y: box.y, w: doorPixels, h: box.h }, role.queue, role.queueLimit, look);

  const area = { x: box.x + doorPixels + 4, y: box.y + 16, w: box.w - doorPixels - 9, h: box.h - 20 };
  if (area.h < 8) {
    bar(g, { ...area, h: Math.max(3, area.h) }, total > 0 ? busy / total : 0, colors.idle, colors.accent);
    return;
  }
  const running = server.lifecycle === 'running' || server.lifecycle === 'draining';
  const shown = Math.min(role.processes, processesMost);
  const rows = shown > 4 ? 2 : 1;
  const columns = Math.ceil(shown / rows);
  const w = area.w / columns;
  const h = area.h / rows;
  const perCell = Math.max(1, Math.ceil(role.threads / cellsMost));
  for (let at = 0; at < shown; at++) {
    const x = area.x + (at % columns) * w;
    const y = area.y + Math.floor(at / columns) * h;
    g.roundRect(x + 0.5, y + 0.5, w - 3, h - 3, 3).stroke({ width: 1, color: running ? colors.lineStrong : colors.line });
    const inside = { x: x + 4, y: y + 4, w: w - 9, h: h - 9 };
    const count = Math.ceil(role.threads / perCell);
    const filled = (running ? (role.busy[at] ?? 0) : 0) / perCell;
    cells(g, inside, count, filled, colors.idle, busy >= total ? colors.bad : look.versionColor(server.version));
  }
}

/** The stack at the door: a slab for each waiting request, as many as fit, and their number. */
export function drawDoor(sketch: Sketch, box: Box, queue: number, limit: number, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  g.moveTo(box.x + box.w, box.y + 4).lineTo(box.x + box.w, box.y + box.h - 4).stroke({ width: 1, color: colors.line });
  if (queue <= 0) return;
  const full = limit > 0 ? queue / limit : 0;
  const color = full >= 0.95 ? colors.bad : full >= 0.4 ? colors.warn : colors.ink2;
  const top = box.y + 16;
  const fit = Math.max(1, Math.floor((box.y + box.h - 4 - top) / 4));
  for (let at = 0; at < Math.min(queue, fit); at++) g.rect(box.x + 3, box.y + box.h - 7 - at * 4, box.w - 6, 3);
  g.fill(color);
  sketch.text(rate(queue), box.x + box.w - 1, box.y + 2, { size: 10, color, bold: true, align: 'right' });
}
