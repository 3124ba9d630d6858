import { near, type Look } from '../../drawing/look';
import { middles } from '../../drawing/strokes';
import type { World } from '../../world/world';
import type { Node } from '../place';
import { placed, seatPixels, type NamedSeats } from '../seats';
import { lockSpots } from './lock';
import { rowsOf, slotArea, under } from './parts';

export function isFar({ w, h }: Node, scale: number): boolean {
  return w * scale < near.node.w || h * scale < near.node.h;
}

/** A request sits in its slot; one that waits for a slot on its connection, one that waits for a lock before that door. */
export function seatsOf(node: Node, world: World, { scale }: Look): readonly NamedSeats[] {
  const view = world.of('databases').get(node.id);
  if (!view || isFar(node, scale)) return [];
  const rows = rowsOf(node.w * scale, node.h * scale);
  const bar = under(rows.connections, 2);
  const fit = Math.floor(bar.w / seatPixels);
  const line = Array.from({ length: fit }, (_, at) => ({ x: bar.x + 4 + at * seatPixels, y: bar.y + 3 }));
  const seats = {
    work: placed(middles(slotArea(rows.slots), view.slots), node, scale),
    wait: placed(line, node, scale),
    held: placed(lockSpots(rows.lock), node, scale),
  };
  return [[`${view.server}/db`, seats]];
}
