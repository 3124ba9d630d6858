import type { Graphics } from 'pixi.js';
import type { DatabaseView } from '../wire';
import { duration, rate, secondsUntil } from '../language/figures';
import type { Colors } from './colors';
import type { Box } from './geometry';
import { chassisHeight, databaseSize, replicaSize, type Node } from './layout';
import { loadColor, near, type Look } from './look';
import type { Sketch } from './sketch';
import { bar, cells, cross } from './strokes';

/** From this lag on a replica's answers are noticeably old. */
const lagLateMs = 1000;
/** The chassis of its server takes the rest. */
const bodyShare = (databaseSize.h - 4) / (databaseSize.h + chassisHeight);
const replicaShare = (replicaSize.h - 4) / (replicaSize.h + chassisHeight);

/** A database of its own: a drum with its connections, work slots and the door of its row locks. */
export function drawDatabase(sketch: Sketch, node: Node, view: DatabaseView, runs: boolean, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s * bodyShare;
  const cap = Math.min(14, h * 0.1);
  const { g } = sketch;
  sketch.begin();
  drum(g, w, h, cap, runs, colors);
  const y = cap * 2 + 2;
  if (w < near.node.w || h < near.node.h + 30) {
    if (w > 44) sketch.text(view.id, w / 2, y, { size: 11, color: colors.ink, bold: true, align: 'center', most: w - 8 });
    if (h > 50) sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, y + 15, { size: 10, color: colors.ink2, align: 'center' });
    const used = share(view.connections, view.maxConnections);
    bar(g, { x: w * 0.12, y: h - cap - 8, w: w * 0.76, h: 4 }, used, colors.idle, loadColor(used, colors));
  } else {
    sketch.text(view.id, 10, y, { size: 12, color: colors.ink, bold: true, most: w * 0.45 });
    const promotes = view.promoting === '' ? '' : `→ ${view.promoting} ${secondsUntil(view.promotesMs, look.timeMs)}`;
    if (promotes !== '') sketch.text(promotes, w - 10, y + 1, { size: 11, color: colors.warn, bold: true, align: 'right', most: w * 0.5 });
    else if (!runs) cross(g, w - 16, y + 7, 5, colors.bad);
    else {
      const figures = w >= 170 ? `${rate(view.requestsPerSecond)}/s  p95 ${duration(view.latency.p95)}` : `${rate(view.requestsPerSecond)}/s`;
      sketch.text(figures, w - 10, y + 1, { size: 10, color: colors.ink2, align: 'right', most: w * 0.55 - 14 });
    }
    drawDatabaseParts(sketch, { x: 8, y: y + 18, w: w - 16, h: h - y - 18 - cap * 0.9 }, view, look, true);
  }
  if (look.isPending(view.id)) g.circle(w - 8, cap + 4, 3.5).fill(colors.warn);
  sketch.end();
}

/** A replica: a smaller drum that follows its primary, and by how much it lags. */
export function drawReplica(sketch: Sketch, node: Node, view: DatabaseView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s * replicaShare;
  const cap = Math.min(11, h * 0.14);
  const { g } = sketch;
  const one = view.nodes.find((each) => each.server === node.id);
  const up = one?.up ?? false;
  sketch.begin();
  drum(g, w, h, cap, up, colors);
  drawReplicaFigures(sketch, { x: 10, y: cap * 2 + 2, w: w - 20, h: h - cap * 3 - 2 }, view, node.id, look);
  if (look.isPending(node.id)) g.circle(w - 8, cap + 4, 3.5).fill(colors.warn);
  sketch.end();
}

/** A replica inside a server that carries other roles too. */
export function drawReplicaPart(sketch: Sketch, box: Box, view: DatabaseView, server: string, look: Look): void {
  sketch.g.roundRect(box.x, box.y, box.w, box.h, 4).fill(look.colors.raised);
  drawReplicaFigures(sketch, { x: box.x + 6, y: box.y + 3, w: box.w - 12, h: box.h - 8 }, view, server, look);
}

function drawReplicaFigures(sketch: Sketch, box: Box, view: DatabaseView, server: string, look: Look): void {
  const { colors } = look;
  const node = view.nodes.find((each) => each.server === server);
  if (!node || box.w < 40 || box.h < 10) return;
  const next = view.promoting === server;
  const title = look.words('label', next ? 'promoting' : node.copying ? 'copying' : 'replica');
  const late = view.lagMs >= lagLateMs;
  const copied = secondsUntil(node.copiedMs, look.timeMs);
  const lag = !node.up ? look.words('label', 'down') : node.copying ? copied : `${look.words('label', 'lag')} ${duration(view.lagMs)}`;
  sketch.text(title, box.x, box.y, { size: 11, color: next ? colors.warn : colors.ink2, bold: true, most: box.w * 0.5 });
  const style = { size: 10, color: !node.up ? colors.bad : late ? colors.warn : colors.ink2, bold: late || !node.up, align: 'right' } as const;
  sketch.text(lag, box.x + box.w, box.y + 1, { ...style, most: box.w * 0.5 });
  if (box.h >= 34) {
    sketch.text(`${rate(node.requestsPerSecond)}/s`, box.x, box.y + 16, { size: 10, color: colors.ink2, most: box.w * 0.4 });
    const figure = `${node.connections}/${view.maxConnections}`;
    sketch.text(figure, box.x + box.w, box.y + 16, { size: 10, color: colors.ink2, align: 'right', most: box.w * 0.5 });
  }
  const used = share(node.connections, view.maxConnections);
  bar(sketch.g, { x: box.x, y: box.y + box.h - 6, w: box.w, h: 5 }, used, colors.idle, loadColor(used, colors));
}

function drum(g: Graphics, w: number, h: number, cap: number, runs: boolean, colors: Colors): void {
  const line = { width: runs ? 1 : 2, color: runs ? colors.lineStrong : colors.bad };
  g.moveTo(0, cap).lineTo(0, h - cap).bezierCurveTo(0, h + cap / 3, w, h + cap / 3, w, h - cap).lineTo(w, cap)
    .bezierCurveTo(w, -cap / 3, 0, -cap / 3, 0, cap).fill(runs ? colors.surface : colors.rack).stroke(line);
  g.moveTo(0, cap).bezierCurveTo(0, cap * 2.3, w, cap * 2.3, w, cap).stroke(line);
}

/** Connections, slots and the lock door; also drawn inside a server that carries the database beside other roles. */
export function drawDatabaseParts(sketch: Sketch, box: Box, view: DatabaseView, look: Look, bare = false): void {
  const { g } = sketch;
  const { colors } = look;
  if (!bare) {
    g.roundRect(box.x, box.y, box.w, box.h, 4).fill(colors.raised);
    sketch.text(view.id, box.x + 6, box.y + 2, { size: 10, color: colors.ink2, bold: true, most: box.w * 0.5 });
    if (box.w > 110)
      sketch.text(`${rate(view.requestsPerSecond)}/s`, box.x + box.w - 6, box.y + 2, { size: 10, color: colors.ink3, align: 'right' });
  }
  const top = box.y + (bare ? 2 : 18);
  const row = (box.y + box.h - top) / 3;
  const x = box.x + 6;
  const w = box.w - 12;
  const roomy = row >= 21;

  const used = share(view.connections, view.maxConnections);
  caption(sketch, x, top, w, roomy, look.words('label', 'connections'), `${view.connections}/${view.maxConnections}`, used >= 0.9, look);
  bar(g, { x, y: top + (roomy ? 13 : 2), w: roomy ? w : w - 52, h: 6 }, used, colors.idle, loadColor(used, colors));

  const slotsY = top + row;
  const busy = view.slots > 0 && view.busySlots >= view.slots;
  const slotText = view.slotQueue > 0 ? `${view.busySlots}/${view.slots} +${view.slotQueue}` : `${view.busySlots}/${view.slots}`;
  caption(sketch, x, slotsY, w, roomy, look.words('label', 'slots'), slotText, busy, look);
  cells(g, { x, y: slotsY + (roomy ? 13 : 1), w: roomy ? w : w - 52, h: Math.min(10, row - (roomy ? 13 : 4)) }, view.slots, view.busySlots,
    colors.idle, busy ? colors.warn : colors.accent);

  drawLock(sketch, { x, y: slotsY + row, w, h: row }, view.lockWaiters, roomy, look);
}

function caption(sketch: Sketch, x: number, y: number, w: number, roomy: boolean, name: string, figure: string, hot: boolean, look: Look): void {
  const { colors } = look;
  if (roomy) sketch.text(name, x, y, { size: 10, color: colors.ink3, most: w * 0.6 });
  sketch.text(figure, x + w, y, { size: 10, color: hot ? colors.bad : colors.ink2, align: 'right', bold: hot });
}

/** One door; whoever waits for a row lock stands before it. */
function drawLock(sketch: Sketch, box: Box, waiters: number, roomy: boolean, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const color = waiters > 0 ? colors.warn : colors.ink3;
  const right = box.x + box.w;
  const y = box.y + (roomy ? 13 : 1);
  const h = Math.min(14, box.h - (roomy ? 14 : 3));
  if (h < 4) return;
  g.roundRect(right - 12, y + h * 0.4, 12, h * 0.6, 2).fill(color);
  g.moveTo(right - 9.6, y + h * 0.42).arc(right - 6, y + h * 0.42, 3.6, Math.PI, 0).stroke({ width: 1.6, color });
  const fit = Math.floor((box.w - 22) / 8);
  for (let at = 0; at < Math.min(waiters, fit); at++) g.circle(right - 19 - at * 8, y + h * 0.68, 2.8);
  if (waiters > 0) g.fill(colors.warn);
  if (!roomy) {
    if (waiters > fit) sketch.text(`+${waiters - fit}`, box.x, y, { size: 10, color, bold: true });
    return;
  }
  sketch.text(look.words('label', 'lock'), box.x, box.y, { size: 10, color: colors.ink3, most: box.w * 0.6 });
  sketch.text(String(waiters), right, box.y, { size: 10, color: waiters > 0 ? colors.warn : colors.ink2, bold: waiters > 0, align: 'right' });
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
