import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { rate } from '../../language/figures';

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
