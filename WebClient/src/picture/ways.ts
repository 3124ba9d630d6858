import { along, contains, curved, joined, through, type Box, type Way } from '../drawing/geometry';
import type { Station } from '../kinds/station';

/** Between racks and data: there every server's edge meets, and one way leads to the middle, another past it to the data. */
export interface Junction {
  readonly x: number;
  readonly y: number;
  /** How low the way past the middle runs. */
  readonly pastY: number;
  /** Where it meets the way from the middle to the data. */
  readonly endX: number;
  readonly corner: number;
}

/** What ways are laid through. */
export interface Ground {
  /** Null without a middle. */
  readonly junction: Junction | null;
  /** What stands between users and racks: whoever goes to a server itself goes around it. */
  readonly doors: readonly Box[];
}

/** So far from a box passes who goes around it. */
const clearance = 8;
const crossSteps = 40;

/** The way from the right side of one station to the left side of another, as its edge is drawn. */
export function edgeWay(from: Station, to: Station, { junction, doors }: Ground): Way {
  const { y } = from.leave;
  const { y: endY } = to.enter;
  if (!junction || (to.column !== 'middle' && to.column !== 'data')) return around(curved(from.right, y, to.left, endY), doors);
  const { x, y: middle, endX } = junction;
  if (from.column === 'middle') return joined(curved(from.right, y, endX, middle), curved(endX, middle, to.left, endY));
  const gathered = curved(from.right, y, x, middle);
  if (to.column === 'middle') return joined(gathered, curved(x, middle, to.left, endY));
  return joined(gathered, pastMiddle(junction), curved(endX, middle, to.left, endY));
}

/** Over or under all the boxes it would cross, whichever is the shorter way. */
function around(way: Way, doors: readonly Box[]): Way {
  const [x, y, endX, endY] = [way.xs[0] ?? 0, way.ys[0] ?? 0, way.xs.at(-1) ?? 0, way.ys.at(-1) ?? 0];
  const between = doors.filter((box) => box.x > x && box.x + box.w < endX);
  if (!between.some((box) => crosses(way, box))) return way;
  const left = Math.min(...between.map((box) => box.x));
  const right = Math.max(...between.map((box) => box.x + box.w));
  const over = Math.min(...between.map((box) => box.y)) - clearance;
  const under = Math.max(...between.map((box) => box.y + box.h)) + clearance;
  const past = y + endY - 2 * over <= 2 * under - y - endY ? over : under;
  return joined(curved(x, y, left, past), curved(right, past, endX, endY));
}

function crosses(way: Way, box: Box): boolean {
  for (let step = 0; step <= crossSteps; step++) {
    const { x, y } = along(way, step / crossSteps, { x: 0, y: 0 });
    if (contains(box, x, y)) return true;
  }
  return false;
}

/** Down before the middle, under it, and up again behind it. */
export function pastMiddle({ x, y, pastY, endX, corner }: Junction): Way {
  return through([
    x, y, x, pastY - corner, x + corner * 0.3, pastY - corner * 0.3, x + corner, pastY,
    endX - corner, pastY, endX - corner * 0.3, pastY - corner * 0.3, endX, pastY - corner, endX, y,
  ]);
}

/** The whole way of a dot: out of where it was, along the edge, into where it goes. */
export function travelWay(from: Station, to: Station, ground: Ground): Way {
  if (from.column === 'users' && to.column === 'users') return through([...middleOf(from), ...middleOf(to)]);
  const within = from.column === 'rack' && to.column === 'rack';
  if (within) return curved(from.leave.x, from.leave.y, to.enter.x, to.enter.y);
  const out = through([from.leave.x, from.leave.y, from.right, from.leave.y]);
  const into = through([to.left, to.enter.y, to.enter.x, to.enter.y]);
  return joined(out, edgeWay(from, to, ground), into);
}

function middleOf({ enter, leave }: Station): readonly [number, number] {
  return [(enter.x + leave.x) / 2, enter.y];
}
