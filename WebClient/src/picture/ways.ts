import { curved, joined, reversed, through, type Box, type Way } from '../drawing/geometry';
import type { Station } from '../kinds/station';

/** Boxes one above another; ways from lane to lane bend between them and cross a lane only where nothing stands. */
export interface Lane {
  readonly left: number;
  readonly right: number;
  /** From top to bottom. */
  readonly boxes: readonly Box[];
}

/** Every lane from left to right: what ways are laid through. */
export type Ground = readonly Lane[];

/** So far from a box passes who goes around it. */
export const clearance = 9;
/** How far a way between two boxes of one lane bends out of it. */
const bend = 11;

/** From one station to another, as its edge is drawn. */
export function edgeWay(from: Station, to: Station, ground: Ground): Way {
  const [start, end] = [laneOf(from, ground), laneOf(to, ground)];
  if (start === end) return beside(from, to, ground[start], start === 0);
  if (start > end) return reversed(forward(to, from, ground, end, start));
  return forward(from, to, ground, start, end);
}

function forward(from: Station, to: Station, ground: Ground, start: number, end: number): Way {
  const [first, last] = [ground[start], ground[end]];
  if (!first || !last) return through([]);
  let [x, y] = [first.right, from.leave.y];
  const ways = [through([from.right, y, x, y])];
  for (const lane of ground.slice(start + 1, end)) {
    const free = passage(lane, y, to.enter.y);
    ways.push(curved(x, y, lane.left, free), through([lane.left, free, lane.right, free]));
    [x, y] = [lane.right, free];
  }
  return joined(...ways, curved(x, y, last.left, to.enter.y), through([last.left, to.enter.y, to.left, to.enter.y]));
}

/** Where a lane is crossed: over, under or between its boxes, with the least way up and down; straight where nothing stands. */
function passage({ boxes }: Lane, y: number, endY: number): number {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || y <= first.y - clearance || y >= last.y + last.h + clearance) return y;
  const free = [first.y - clearance, last.y + last.h + clearance];
  boxes.slice(1).forEach((box, at) => {
    const above = boxes[at];
    if (above && box.y - above.y - above.h >= 2 * clearance) free.push((above.y + above.h + box.y) / 2);
  });
  const detour = (one: number): number => Math.abs(one - y) + Math.abs(one - endY);
  return free.reduce((best, one) => (detour(one) < detour(best) ? one : best));
}

/** Out of the lane, along it, and back in: users on the left, all others on the right. */
function beside(from: Station, to: Station, lane: Lane | undefined, onLeft: boolean): Way {
  const edge = lane ? (onLeft ? lane.left : lane.right) : from.right;
  const side = (station: Station): number => (onLeft ? station.left : station.right);
  const out = edge + (onLeft ? -bend : bend);
  const [y, endY] = [from.leave.y, to.enter.y];
  const corner = Math.sign(endY - y) * Math.min(8, Math.abs(endY - y) / 2);
  return through([side(from), y, edge, y, out, y + corner, out, endY - corner, edge, endY, side(to), endY]);
}

function laneOf({ left, right }: Station, ground: Ground): number {
  return ground.findIndex((lane) => lane.left <= left + 1 && right - 1 <= lane.right);
}

/** The whole way of a dot: out of where it was, along the edge, into where it goes. */
export function travelWay(from: Station, to: Station, ground: Ground): Way {
  if (from.at === to.at) return curved(from.leave.x, from.leave.y, to.enter.x, to.enter.y);
  const way = edgeWay(from, to, ground);
  return joined(
    through([from.leave.x, from.leave.y, way.xs[0] ?? from.right, from.leave.y]),
    way,
    through([way.xs.at(-1) ?? to.left, to.enter.y, to.enter.x, to.enter.y]),
  );
}

/** What a layout says of its stations. */
interface Placed {
  readonly stations: ReadonlyMap<string, Station>;
  readonly entrance: Station | undefined;
  readonly ground: Ground;
}

/** From one to the next, '' is the door; who is not in the picture is passed over. Null: nobody of them is. */
export function wayThrough(names: readonly string[], placed: Placed): Way | null {
  const found = names.map((name) => (name === '' ? placed.entrance : placed.stations.get(name)));
  const stations = found.filter((station): station is Station => station !== undefined);
  const [first] = stations;
  if (!first) return null;
  const ways = stations.slice(1).map((to, at) => travelWay(stations[at] ?? first, to, placed.ground));
  return joined(inside(first), ...ways, inside(stations.at(-1) ?? first));
}

/** Where it is worked on. */
function inside({ work: { x, y, w, h } }: Station): Way {
  return through([x + w / 2, y + h / 2]);
}
