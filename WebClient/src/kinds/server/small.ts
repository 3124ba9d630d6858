import type { Box } from '../../drawing/geometry';
import { loadColor, near, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { duration, rate } from '../../language/figures';
import type { ServerView } from '../../wire';
import type { Node, Size } from '../place';
import { entryOf } from './roles';

export function isFar(unit: Node, { w, h }: Size): boolean {
  return w < near.unit.w * unit.sections.length + 20 || h < near.unit.h;
}

/** Far away: a name, health, rate and latency, as far as they fit. */
export function drawFar(sketch: Sketch, box: Box, view: ServerView, look: Look): void {
  const { colors } = look;
  const gauge = { x: 8, y: box.h - Math.min(7, box.h * 0.3), w: Math.max(4, box.w - 14), h: Math.min(4, box.h * 0.2) };
  bar(sketch.g, gauge, view.cpu, colors.idle, loadColor(view.cpu, colors));
  if (box.h < 18 || box.w < 56) return;
  const entry = entryOf(view);
  const y = box.h < 32 ? 2 : 5;
  const running = view.lifecycle === 'running';
  const figures = entry && running ? `${rate(entry.requestsPerSecond)}/s` : look.words('life', view.lifecycle);
  const room = box.w >= 120;
  sketch.text(view.id, 10, y, { size: 11, color: colors.ink, bold: true, most: room ? box.w * 0.45 : box.w - 14 });
  const style = { size: 11, color: colors.ink2, align: 'right', most: box.w * 0.45 } as const;
  if (room) sketch.text(figures, box.w - 8, y, style);
  if (entry && running && box.h >= 40)
    sketch.text(`p95 ${duration(entry.latency.p95)}`, 10, y + 15, { size: 10, color: colors.ink3, most: box.w - 14 });
}
