import type { RoleView, ServerView } from '../wire';
import { rate, secondsUntil } from '../language/figures';
import type { Box } from './geometry';
import type { Look } from './look';
import type { Sketch } from './sketch';
import { bar, cells, cross, dashedBox, hatch } from './strokes';

/** Cells drawn for a process at most; with more threads a cell stands for several and fills in part. */
const cellsMost = 64;
/** Processes drawn as boxes at most; the rest is a number. */
const processesMost = 8;
const doorPixels = 14;
/** About the width of a digit, and of a letter, of the small figures. */
const digitPixels = 6;
const wordPixels = 7;
/** A group of processes with its label needs so much height. */
const groupHeight = 28;
const labelFrom = 52;

/** Processes of one version: those that serve, those on the port beside them, or those on their way out. */
interface Group {
  readonly label: string;
  readonly version: string;
  readonly processes: number;
  readonly threads: number;
  readonly busy: readonly number[];
  /** Memory of each process, 0 where none runs; empty where all run. */
  /** Whether each runs; none where that goes without saying. */
  readonly up: readonly boolean[];
  readonly state: 'serving' | 'beside' | 'coming' | 'old';
}

/** A role inside its server: the queue at its door, a box for each process, a cell for each thread. */
export function drawRole(sketch: Sketch, box: Box, role: RoleView, server: ServerView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const busy = sum(role.busy);
  const total = role.processes * role.threads;
  g.roundRect(box.x, box.y, box.w, box.h, 4).fill(colors.raised);
  const name = look.words('tier', role.role);
  const label = `${rate(role.requestsPerSecond)}/s`;
  const counts = `${busy}/${total}`;
  sketch.text(name, box.x + doorPixels + 4, box.y + 2, { size: 10, color: colors.ink2, bold: true });
  sketch.text(counts, box.x + box.w - 5, box.y + 2, { size: 10, color: busy >= total ? colors.bad : colors.ink2, align: 'right' });
  // in the middle, as long as it touches neither side
  const side = (box.w - label.length * digitPixels) / 2;
  if (side > doorPixels + 12 + name.length * wordPixels && side > counts.length * digitPixels + 12) {
    sketch.text(label, box.x + box.w / 2 + 4, box.y + 2, { size: 10, color: colors.ink3, align: 'center' });
  }
  // An open circuit: its calls go nowhere.
  if (role.breaker !== null && role.breaker !== 'closed') {
    const open = role.breaker === 'open' ? colors.bad : colors.warn;
    g.moveTo(box.x + box.w - 2, box.y + box.h * 0.3).lineTo(box.x + box.w - 2, box.y + box.h * 0.45);
    g.moveTo(box.x + box.w - 2, box.y + box.h * 0.7).lineTo(box.x + box.w + 5, box.y + box.h * 0.5).stroke({ width: 3, color: open });
  }
  drawDoor(sketch, { x: box.x, y: box.y, w: doorPixels, h: box.h }, role.queue, role.queueLimit, look);

  const area = { x: box.x + doorPixels + 4, y: box.y + 16, w: box.w - doorPixels - 9, h: box.h - 20 };
  if (area.h < 8) {
    bar(g, { ...area, h: Math.max(3, area.h) }, total > 0 ? busy / total : 0, colors.idle, colors.accent);
    return;
  }
  const runs = server.lifecycle === 'running' || server.lifecycle === 'draining';
  const groups = groupsOf(role, server, look);
  // Above each other where there is height for it, else beside each other.
  const upright = area.h >= groups.length * groupHeight;
  const w = upright ? area.w : area.w / groups.length;
  const h = upright ? area.h / groups.length : area.h;
  groups.forEach((group, at) => {
    const part = { x: area.x + (upright ? 0 : at * w), y: area.y + (upright ? at * h : 0), w: w - (upright ? 0 : 2), h };
    const labelled = groups.length > 1 && h >= 22;
    if (labelled) {
      const color = look.versionColor(group.version);
      // The port goes first where there is little room; the version's colour and name stay.
      sketch.text(part.w < labelFrom && group.state !== 'old' ? group.version : group.label, part.x + 1, part.y, { size: 10, color: group.state === 'old' ? colors.ink3 : color, bold: true, most: part.w - 2 });
    }
    const top = labelled ? 12 : 0;
    drawProcesses(sketch, { ...part, y: part.y + top, h: part.h - top }, group, runs, busy >= total && group.state === 'serving', look);
  });
}

function groupsOf(role: RoleView, server: ServerView, look: Look): Group[] {
  const serving = role.role === 'app' ? server.ports.find((port) => port.stage === 'serving') : undefined;
  const groups: Group[] = [
    {
      label: serving ? `:${serving.number} ${server.version}` : server.version,
      version: server.version,
      processes: role.processes,
      threads: role.threads,
      busy: role.busy,
      up: role.up,
      state: 'serving',
    },
  ];
  for (const port of role.role === 'app' ? server.ports : []) {
    if (port.stage === 'empty' || port.stage === 'serving') continue;
    const left = secondsUntil(port.endsMs, look.timeMs);
    const coming = port.stage === 'installing' || port.stage === 'starting';
    groups.push({
      label: `:${port.number} ${port.version} ${left}`,
      version: port.version,
      processes: Math.max(port.busy.length, role.processes),
      threads: port.threads,
      busy: port.busy,
      up: [],
      state: coming ? 'coming' : port.stage === 'stopping' ? 'old' : 'beside',
    });
  }
  const old = server.old.filter((one) => one.role === role.role);
  const alive = old.flatMap((one) => one.busy);
  if (alive.length > 0)
    groups.push({
      label: `${look.words('label', 'old')} ${alive.length}`,
      version: old[0]?.version ?? '',
      processes: alive.length,
      threads: role.threads,
      busy: alive,
      up: [],
      state: 'old',
    });
  return groups;
}

function drawProcesses(sketch: Sketch, area: Box, group: Group, runs: boolean, full: boolean, look: Look): void {
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
