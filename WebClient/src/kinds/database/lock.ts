import type { Box, Point } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import type { Row } from './parts';

/** From so far left of the right end on waiters stand, and so far apart. */
const before = 19;
const apart = 8;

/** Where waiters stand, the first one next to the door. */
export function lockSpots({ x, y, w, h, roomy }: Row): readonly Point[] {
  const high = heightIn(h, roomy);
  const middle = y + (roomy ? 13 : 1) + high * 0.68;
  const fit = high < 4 ? 0 : Math.max(0, Math.floor((w - 22) / apart));
  return Array.from({ length: fit }, (_, at) => ({ x: x + w - before - at * apart, y: middle }));
}

function heightIn(h: number, roomy: boolean): number {
  return Math.min(14, h - (roomy ? 14 : 3));
}

/** One door; whoever waits for a row lock stands before it. */
export function drawLock(sketch: Sketch, box: Box, waiters: number, roomy: boolean, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const color = waiters > 0 ? colors.warn : colors.ink3;
  const right = box.x + box.w;
  const y = box.y + (roomy ? 13 : 1);
  const h = heightIn(box.h, roomy);
  if (h < 4) return;
  g.roundRect(right - 12, y + h * 0.4, 12, h * 0.6, 2).fill(color);
  g.moveTo(right - 9.6, y + h * 0.42).arc(right - 6, y + h * 0.42, 3.6, Math.PI, 0).stroke({ width: 1.6, color });
  const spots = lockSpots({ ...box, roomy });
  const fit = spots.length;
  for (const spot of spots.slice(0, waiters)) g.circle(spot.x, spot.y, 2.8);
  if (waiters > 0) g.fill(colors.warn);
  if (!roomy) {
    if (waiters > fit) sketch.text(`+${waiters - fit}`, box.x, y, { size: 10, color, bold: true });
    return;
  }
  sketch.text(look.words('label', 'lock'), box.x, box.y, { size: 10, color: colors.ink3, most: box.w * 0.6 });
  const style = { size: 10, color: waiters > 0 ? colors.warn : colors.ink2, bold: waiters > 0, align: 'right' } as const;
  sketch.text(String(waiters), right, box.y, style);
}
