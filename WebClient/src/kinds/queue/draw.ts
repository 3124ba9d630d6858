import type { Graphics } from 'pixi.js';
import type { Colors } from '../../drawing/colors';
import type { Box } from '../../drawing/geometry';
import { loadColor, near, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, cells, cross } from '../../drawing/strokes';
import { rate, seconds } from '../../language/figures';
import type { QueueView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { fillOf } from './fill';
import { isLate } from './state';

/** In pixels: from this height on its count is large, and its age has a word beside it. */
const tallFrom = 76;
const cellCount = 12;
const pauseWidth = 8;

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('queues').get(node.id);
    if (!view) return null;
    return { from: [view, view.fullUntilMs > world.timeMs], on: (sketch) => drawQueue(sketch, node, view, look) };
  },
};

/** A queue: a pipe with the messages in it; dead letters lie in a tray in its corner. */
function drawQueue(sketch: Sketch, node: Node, view: QueueView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const cap = Math.min(12, w * 0.08);
  const { g } = sketch;
  sketch.begin();
  pipe(g, w, h, cap, view.fullUntilMs > look.timeMs, colors);
  const inside = { x: cap * 2 + 4, y: 0, w: w - cap * 3 - 8, h };
  if (w < near.node.w || h < near.node.h) drawFar(sketch, inside, view, look);
  else drawNear(sketch, inside, view, look);
  if (look.isPending(view.id)) g.circle(w - 8, 6, 3.5).fill(colors.warn);
  sketch.end();
}

/** Lying, open to the left: a database stands, and a cache is a box. */
function pipe(g: Graphics, w: number, h: number, cap: number, full: boolean, colors: Colors): void {
  const line = { width: full ? 2 : 1, color: full ? colors.bad : colors.lineStrong };
  g.moveTo(cap, 0).lineTo(w - cap, 0).bezierCurveTo(w + cap / 3, 0, w + cap / 3, h, w - cap, h).lineTo(cap, h)
    .bezierCurveTo(-cap / 3, h, -cap / 3, 0, cap, 0).fill(full ? colors.rack : colors.surface).stroke(line);
  g.moveTo(cap, 0).bezierCurveTo(cap * 2.3, 0, cap * 2.3, h, cap, h).stroke(line);
}

/** From afar: its name, how much waits, and whether something is wrong. */
function drawFar(sketch: Sketch, box: Box, view: QueueView, look: Look): void {
  const { colors } = look;
  const { g } = sketch;
  const middle = box.x + box.w / 2;
  if (box.w > 34) sketch.text(view.id, middle, 2, { size: 11, color: colors.ink, bold: true, align: 'center', most: box.w });
  const style = { size: 11, color: colors.ink2, align: 'center', most: box.w } as const;
  if (box.h > 40) sketch.text(count(view.waiting), middle, 16, style);
  const fill = { x: box.x, y: box.h - 8, w: box.w, h: 4 };
  bar(g, fill, fillOf(view.waiting, view.limit), colors.idle, backlogColor(view, colors));
  if (box.h <= 28) return;
  if (view.dead > 0) cross(g, box.x + box.w - 4, box.h - 15, 3.5, colors.bad);
  if (view.paused) pause(g, box.x, box.h - 19, 8, colors);
}

function drawNear(sketch: Sketch, box: Box, view: QueueView, look: Look): void {
  const { colors } = look;
  const tall = box.h >= tallFrom;
  const right = box.x + box.w;
  const top = tall ? 5 : 2;
  sketch.text(view.id, box.x, top, { size: 12, color: colors.ink, bold: true, most: box.w * 0.5 });
  drawState(sketch, right, top, box.w * 0.5, view, look);
  const waits = { size: tall ? 18 : 14, color: backlogColor(view, colors, colors.ink), bold: true, most: box.w * 0.6 } as const;
  sketch.text(count(view.waiting), box.x, tall ? 20 : 15, waits);
  drawAge(sketch, right, tall, view, look);
  const row = { x: box.x, y: box.h * (tall ? 0.56 : 0.6), w: box.w, h: Math.max(5, box.h * 0.11) };
  const filled = fillOf(view.waiting, view.limit) * cellCount;
  cells(sketch.g, row, cellCount, filled, colors.idle, backlogColor(view, colors));
  const foot = box.h - (tall ? 19 : 16);
  const rates = `${rate(view.publishedPerSecond)}/s → ${rate(view.donePerSecond)}/s`;
  const style = { size: 10, color: colors.ink2, most: box.w } as const;
  if (foot - row.y - row.h >= 15) sketch.text(rates, box.x, row.y + row.h + 2, style);
  const busy = `${look.words('label', 'in_flight')} ${count(view.inFlight)}`;
  sketch.text(busy, box.x, foot, { ...style, most: box.w * 0.6 });
  drawTray(sketch, right, foot, view.dead, look);
}

/** Whether it gives messages out, and takes any. */
function drawState(sketch: Sketch, right: number, y: number, room: number, view: QueueView, look: Look): void {
  const { colors } = look;
  if (view.paused) pause(sketch.g, right - pauseWidth, y + 2, 10, colors);
  const end = view.paused ? right - pauseWidth - 4 : right;
  const style = { size: 10, bold: true, align: 'right', most: room - (right - end) } as const;
  const full = view.fullUntilMs > look.timeMs;
  if (full) sketch.text(`✕ ${look.words('queue', 'disk-full')}`, end, y + 1, { ...style, color: colors.bad });
  else if (view.paused) sketch.text(look.words('queue', 'paused'), end, y + 1, { ...style, color: colors.warn });
}

/** Of the oldest message. */
function drawAge(sketch: Sketch, right: number, tall: boolean, view: QueueView, look: Look): void {
  const { colors } = look;
  if (view.ageSeconds <= 0) return;
  const late = isLate(view);
  if (tall) sketch.text(look.words('label', 'oldest'), right, 19, { size: 10, color: colors.ink3, align: 'right' });
  const style = { size: 11, color: late ? colors.warn : colors.ink2, bold: late, align: 'right' } as const;
  sketch.text(`${late ? '! ' : ''}${seconds(view.ageSeconds)}`, right, tall ? 31 : 17, style);
}

/** Dead letters lie in it. */
function drawTray(sketch: Sketch, right: number, y: number, dead: number, look: Look): void {
  const { colors } = look;
  const color = dead > 0 ? colors.bad : colors.ink3;
  const left = right - 13;
  sketch.g.moveTo(left, y + 4).lineTo(left, y + 12).lineTo(right, y + 12).lineTo(right, y + 4)
    .stroke({ width: dead > 0 ? 2 : 1, color });
  if (dead > 0) cross(sketch.g, left + 6.5, y + 6, 3, color);
  sketch.text(count(dead), left - 4, y, { size: 10, color, bold: dead > 0, align: 'right' });
}

function pause(g: Graphics, x: number, y: number, h: number, colors: Colors): void {
  g.rect(x, y, 3, h).rect(x + 5, y, 3, h).fill(colors.warn);
}

/** By what it may hold. */
function backlogColor({ waiting, inFlight, limit }: QueueView, colors: Colors, usual = colors.accent): number {
  const color = loadColor(limit > 0 ? (waiting + inFlight) / limit : 0, colors);
  return color === colors.accent ? usual : color;
}

/** To the last one while that has meaning. */
function count(messages: number): string {
  return messages < 10_000 ? String(messages) : rate(messages);
}
