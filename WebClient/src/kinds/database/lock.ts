import type { Point } from '../../drawing/geometry';
import { fitting } from '../../drawing/fitting';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import type { DatabaseView } from '../../wire';
import { agoOf, type Held } from '../held';
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

/** One door with the one who holds it behind it; whoever waits for a row lock stands before it. */
export function drawLock(sketch: Sketch, row: Row, view: DatabaseView, held: Held | null, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const { lockWaiters: waiters } = view;
  const { roomy } = row;
  const color = waiters > 0 ? colors.warn : colors.ink3;
  const right = row.x + row.w;
  const y = row.y + (roomy ? 13 : 1);
  const h = heightIn(row.h, roomy);
  if (h < 4) return;
  g.roundRect(right - 12, y + h * 0.4, 12, h * 0.6, 2).fill(color);
  g.moveTo(right - 9.6, y + h * 0.42).arc(right - 6, y + h * 0.42, 3.6, Math.PI, 0).stroke({ width: 1.6, color });
  if (waiters > 0) g.circle(right - 6, y + h * 0.7, 2.6).fill(colors.surface);
  const spots = lockSpots(row);
  const fit = spots.length;
  for (const spot of spots.slice(0, waiters)) g.circle(spot.x, spot.y, 2.8);
  if (waiters > 0) g.fill(colors.warn);
  if (!roomy) {
    if (waiters > fit) sketch.text(`+${waiters - fit}`, row.x, y, { size: 10, color, bold: true });
    return;
  }
  const figure = String(waiters);
  sketch.text(captionOf(view, held, row.w - figure.length * 7 - 6, look), row.x, row.y, { size: 10, color, most: row.w - 20 });
  const style = { size: 10, color: waiters > 0 ? colors.warn : colors.ink2, bold: waiters > 0, align: 'right' } as const;
  sketch.text(figure, right, row.y, style);
}

/** That somebody holds it; who, as fully as there is room, while a look at the locks is fresh. */
function captionOf({ lockWaiters }: DatabaseView, held: Held | null, room: number, look: Look): string {
  const name = look.words('label', 'lock');
  if (lockWaiters === 0) return name;
  if (!held) return fitting([`${name}: ${look.words('label', 'lock_held')}`, name], room);
  const who = look.classTitle(held.lock.holder);
  const from = held.lock.from === '' ? '' : ` · ${held.lock.from}`;
  return fitting([`${name}: ${who}${from} (−${agoOf(held)})`, `${who}${from} (−${agoOf(held)})`, `${who}${from}`, who], room);
}
