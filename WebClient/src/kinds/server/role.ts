import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { rate } from '../../language/figures';
import type { RoleView, ServerView } from '../../wire';
import { sum } from '../sum';
import { drawDoor } from './door';
import { groupsOf, type Group } from './groups';
import { drawProcesses } from './processes';

export const doorPixels = 14;
/** About the width of a digit, and of a letter, of the small figures. */
const digitPixels = 6;
const wordPixels = 7;
/** A group of processes with its label needs so much height. */
const groupHeight = 28;
const labelFrom = 52;

/** A role inside its server: the queue at its door, a box for each process, a cell for each thread. */
export function drawRole(sketch: Sketch, box: Box, role: RoleView, server: ServerView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const busy = sum(role.busy);
  const total = role.processes * role.threads;
  g.roundRect(box.x, box.y, box.w, box.h, 4).fill(colors.raised);
  drawFigures(sketch, box, role, busy, total, look);
  if (role.breaker !== null && role.breaker !== 'closed') drawBreaker(sketch, box, role.breaker, look);
  drawDoor(sketch, { x: box.x, y: box.y, w: doorPixels, h: box.h }, role.queue, role.queueLimit, look);

  const runs = server.lifecycle === 'running' || server.lifecycle === 'draining';
  const groups = groupsOf(role, server, look);
  const parts = partsOf(box, groups.length);
  const [first] = parts;
  if (first && first.whole.h < 8) {
    const level = { ...first.whole, h: Math.max(3, first.whole.h) };
    bar(g, level, total > 0 ? busy / total : 0, colors.idle, colors.accent);
    return;
  }
  groups.forEach((group, at) => {
    const part = parts[at];
    if (!part) return;
    if (part.labelled) drawLabel(sketch, part.whole, group, look);
    const full = busy >= total && group.state === 'serving';
    drawProcesses(sketch, part.cells, group, { runs, full }, look);
  });
}

/** Of one group of processes among several. */
interface GroupPart {
  readonly whole: Box;
  readonly cells: Box;
  readonly labelled: boolean;
}

/** Groups stand above each other where there is height for it, else beside each other. */
export function partsOf(box: Box, count: number): readonly GroupPart[] {
  const area = { x: box.x + doorPixels + 4, y: box.y + 16, w: box.w - doorPixels - 9, h: box.h - 20 };
  const upright = area.h >= count * groupHeight;
  const [w, h] = upright ? [area.w, area.h / count] : [area.w / count, area.h];
  const labelled = count > 1 && h >= 22;
  return Array.from({ length: count }, (_, at) => {
    const x = area.x + (upright ? 0 : at * w);
    const whole = { x, y: area.y + (upright ? at * h : 0), w: w - (upright ? 0 : 2), h };
    const top = labelled ? 12 : 0;
    return { whole, cells: { ...whole, y: whole.y + top, h: whole.h - top }, labelled };
  });
}

/** Its name, its rate and how many of its threads are busy. */
function drawFigures(sketch: Sketch, box: Box, role: RoleView, busy: number, total: number, look: Look): void {
  const { colors } = look;
  const name = look.words('tier', role.role);
  const label = `${rate(role.requestsPerSecond)}/s`;
  const counts = `${busy}/${total}`;
  sketch.text(name, box.x + doorPixels + 4, box.y + 2, { size: 10, color: colors.ink2, bold: true });
  const style = { size: 10, color: busy >= total ? colors.bad : colors.ink2, align: 'right' } as const;
  sketch.text(counts, box.x + box.w - 5, box.y + 2, style);
  // in the middle, as long as it touches neither side
  const side = (box.w - label.length * digitPixels) / 2;
  if (side > doorPixels + 12 + name.length * wordPixels && side > counts.length * digitPixels + 12) {
    sketch.text(label, box.x + box.w / 2 + 4, box.y + 2, { size: 10, color: colors.ink3, align: 'center' });
  }
}

/** An open circuit: its calls go nowhere. */
function drawBreaker({ g }: Sketch, box: Box, breaker: string, { colors }: Look): void {
  const x = box.x + box.w;
  g.moveTo(x - 2, box.y + box.h * 0.3).lineTo(x - 2, box.y + box.h * 0.45);
  g.moveTo(x - 2, box.y + box.h * 0.7).lineTo(x + 5, box.y + box.h * 0.5);
  g.stroke({ width: 3, color: breaker === 'open' ? colors.bad : colors.warn });
}

/** The port goes first where there is little room; the version's colour and name stay. */
function drawLabel(sketch: Sketch, part: Box, group: Group, look: Look): void {
  const old = group.state === 'old';
  const color = old ? look.colors.ink3 : look.versionColor(group.version);
  const text = part.w < labelFrom && !old ? group.version : group.label;
  sketch.text(text, part.x + 1, part.y, { size: 10, color, bold: true, most: part.w - 2 });
}
