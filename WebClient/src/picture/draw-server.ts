import type { Graphics } from 'pixi.js';
import type { DatabaseView, RoleView, ServerView } from '../wire';
import { duration, rate, secondsUntil } from '../language/figures';
import { drawDatabaseParts, drawReplicaPart } from './draw-database';
import { drawRole } from './draw-role';
import type { Colors } from './colors';
import type { Box } from './geometry';
import { loadColor, near, type Look } from './look';
import { unitHeader, type UnitBox } from './racks';
import type { Sketch } from './sketch';
import { bar, cross, dashedBox, hatch } from './strokes';

const still = new Set(['off', 'stopped', 'crashed']);
const underWay = new Set(['booting', 'restarting', 'installing']);

/** A server as a unit of its rack: far away its health and rate, near its processes and threads. */
export function drawServer(sketch: Sketch, unit: UnitBox, view: ServerView, target: string | null, database: DatabaseView | null, look: Look): void {
  const s = look.scale;
  const box = { x: 0, y: 0, w: unit.w * s, h: unit.h * s };
  sketch.begin();
  frame(sketch, box, view, look);
  if (unit.slim) slim(sketch, box, view, look);
  else if (box.w < near.unit.w || box.h < near.unit.h) far(sketch, box, view, look);
  else {
    header(sketch, box, view, target, look);
    for (const section of unit.sections) {
      const part = { x: (section.x - unit.x) * s, y: (section.y - unit.y) * s, w: section.w * s, h: section.h * s };
      const role = view.roles.find((one) => one.role === section.role);
      if (section.role === 'db' && database?.server === view.id) drawDatabaseParts(sketch, part, database, look);
      else if (section.role === 'db' && database) drawReplicaPart(sketch, part, database, view.id, look);
      else if (role) drawRole(sketch, part, role, view, look);
    }
  }
  if (view.lifecycle === 'crashed') cross(sketch.g, box.w - 12, box.h - 12, 5, look.colors.bad);
  if (view.firewall.length > 0) wall(sketch.g, box, look.colors);
  sketch.end();
}

function frame(sketch: Sketch, box: Box, view: ServerView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const off = still.has(view.lifecycle);
  g.roundRect(0, 0, box.w, box.h, 5).fill({ color: off ? colors.rack : colors.surface });
  if (view.lifecycle === 'draining') hatch(g, box, 9, colors.warn, 0.22);
  if (underWay.has(view.lifecycle)) dashedBox(g, box, 5, colors.accent, 1.5);
  else {
    const color = view.lifecycle === 'crashed' ? colors.bad : view.lifecycle === 'draining' ? colors.warn : colors.lineStrong;
    g.roundRect(0.5, 0.5, box.w - 1, box.h - 1, 5).stroke({ width: view.lifecycle === 'crashed' ? 2 : 1, color });
  }
  g.roundRect(0, 0, Math.min(5, box.w * 0.06), box.h, 2).fill({ color: look.versionColor(view.version), alpha: off ? 0.35 : 1 });
  const progress = look.progress(view);
  if (progress !== null) bar(g, { x: 6, y: box.h - 5, w: box.w - 12, h: 3 }, progress, colors.line, colors.accent);
  if (look.isPending(view.id)) g.circle(box.w - 7, 7, 3.5).fill(colors.warn);
}

function header(sketch: Sketch, box: Box, view: ServerView, target: string | null, look: Look): void {
  const { colors } = look;
  const y = Math.max(2, Math.min(6, (unitHeader * look.scale - 14) / 2));
  sketch.text(view.id, 12, y, { size: 12, color: colors.ink, bold: true, most: box.w * 0.34 });
  const version = { size: 10, color: look.versionColor(view.version), bold: true } as const;
  const after = 18 + Math.min(box.w * 0.34, view.id.length * 7);
  sketch.text(view.version, after, y + 2, version);
  const gauges = gaugesOf(view, box.w);
  gauges.forEach(([name, share], at) => gauge(sketch, box.w - 2 - (gauges.length - at) * gaugeWidth, y, name, share, look));
  const from = after + 26;
  const right = box.w - 8 - gauges.length * gaugeWidth;
  const status = statusOf(view, target, look);
  if (!status || right - from < 20) return;
  // On the left where there is room for words of their own, else against the gauges.
  const wide = box.w >= 290 && view.lifecycle !== 'running';
  if (wide) sketch.text(status.text, from, y + 1, { size: 11, color: status.color, bold: true, most: right - from });
  else sketch.text(status.text, right, y + 1, { size: 11, color: status.color, bold: true, align: 'right', most: right - from });
}

/** The most telling word about a server: what it is doing, who is shut out, what the balancer thinks of it. */
function statusOf(view: ServerView, target: string | null, look: Look): { readonly text: string; readonly color: number } | null {
  const { colors } = look;
  if (view.lifecycle !== 'running') {
    const color = view.lifecycle === 'crashed' ? colors.bad : view.lifecycle === 'draining' ? colors.warn : colors.ink2;
    return { text: state(view, look), color };
  }
  if (view.nextSize !== '' || view.nextRack !== '') return { text: look.words('label', 'changing'), color: colors.warn };
  if (view.leaving) return { text: look.words('label', 'leaving'), color: colors.warn };
  if (view.firewall.length > 0) return { text: look.words('label', 'shut'), color: colors.bad };
  if (target === null || target === 'healthy') return null;
  return { text: look.words('target', target), color: targetColor(target, colors) };
}

const gaugeWidth = 68;
/** From this share on a filling disk is shown before memory. */
const diskFull = 0.75;

/** Which gauges fit, the most telling ones first: a disk only where it can fill. */
function gaugesOf(view: ServerView, width: number): (readonly [string, number])[] {
  if (width < 290 && view.lifecycle !== 'running') return [];
  const cpu = ['CPU', view.cpu] as const;
  const memory = ['MEM', view.memory] as const;
  const disk = ['DISK', view.disk] as const;
  const wanted = view.diskMiB === 0 ? [cpu, memory] : view.disk >= diskFull ? [cpu, disk, memory] : [cpu, memory, disk];
  return wanted.slice(0, width >= 360 ? 3 : width >= 290 ? 2 : 1);
}

/** A wall before the server: its firewall drops what somebody sends. */
function wall(g: Graphics, box: Box, colors: Colors): void {
  const brick = 7;
  for (let y = 0, at = 0; y < box.h; y += brick, at++) {
    const h = Math.min(brick, box.h - y) - 1;
    g.rect(-5, y, at % 2 === 0 ? 4 : 2, h).rect(at % 2 === 0 ? 0 : -2, y, at % 2 === 0 ? 2 : 4, h);
  }
  g.fill(colors.bad);
}

function targetColor(target: string, colors: Colors): number {
  const known: Readonly<Record<string, number>> = { unhealthy: colors.bad, draining: colors.warn };
  return known[target] ?? colors.ink2;
}

function state(view: ServerView, look: Look): string {
  const left = view.lifecycleEndsMs > look.timeMs ? ` ${secondsUntil(view.lifecycleEndsMs, look.timeMs)}` : '';
  return `${look.words('life', view.lifecycle)}${left}`;
}

function gauge(sketch: Sketch, x: number, y: number, name: string, share: number, look: Look): void {
  sketch.text(name, x, y + 2, { size: 10, color: look.colors.ink3 });
  bar(sketch.g, { x: x + 26, y: y + 4, w: 34, h: 7 }, share, look.colors.idle, loadColor(share, look.colors));
}

function slim(sketch: Sketch, box: Box, view: ServerView, look: Look): void {
  if (box.h < 16 || box.w < 90) return;
  const y = box.h / 2 - 7;
  const narrow = box.w < 170;
  sketch.text(view.id, 12, y, { size: 11, color: look.colors.ink2, most: box.w - (narrow ? 66 : 110) });
  if (view.lifecycle === 'running') {
    if (!narrow) sketch.text('CPU', box.w - 88, y, { size: 10, color: look.colors.ink3 });
    const w = narrow ? 34 : 50;
    bar(sketch.g, { x: box.w - 10 - w, y: box.h / 2 - 3, w, h: 7 }, view.cpu, look.colors.idle, loadColor(view.cpu, look.colors));
  } else sketch.text(state(view, look), box.w - 10, y, { size: 11, color: look.colors.ink2, align: 'right' });
}

/** Far away: a name, health, rate and latency, as far as they fit. */
function far(sketch: Sketch, box: Box, view: ServerView, look: Look): void {
  const { colors } = look;
  bar(sketch.g, { x: 8, y: box.h - Math.min(7, box.h * 0.3), w: Math.max(4, box.w - 14), h: Math.min(4, box.h * 0.2) },
    view.cpu, colors.idle, loadColor(view.cpu, colors));
  if (box.h < 18 || box.w < 56) return;
  const entry = entryRole(view);
  const y = box.h < 32 ? 2 : 5;
  const running = view.lifecycle === 'running';
  const figures = entry && running ? `${rate(entry.requestsPerSecond)}/s` : look.words('life', view.lifecycle);
  const room = box.w >= 120;
  sketch.text(view.id, 10, y, { size: 11, color: colors.ink, bold: true, most: room ? box.w * 0.45 : box.w - 14 });
  if (room) sketch.text(figures, box.w - 8, y, { size: 11, color: colors.ink2, align: 'right', most: box.w * 0.45 });
  if (entry && running && box.h >= 40)
    sketch.text(`p95 ${duration(entry.latency.p95)}`, 10, y + 15, { size: 10, color: colors.ink3, most: box.w - 14 });
}

export function entryRole(view: ServerView): RoleView | undefined {
  return view.roles.find((one) => one.role === 'web') ?? view.roles[0];
}
