import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';

/** One door; whoever waits for a row lock stands before it. */
export function drawLock(sketch: Sketch, box: Box, waiters: number, roomy: boolean, look: Look): void {
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
  const style = { size: 10, color: waiters > 0 ? colors.warn : colors.ink2, bold: waiters > 0, align: 'right' } as const;
  sketch.text(String(waiters), right, box.y, style);
}
