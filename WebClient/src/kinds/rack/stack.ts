import type { RackView, ServerView } from '../../wire';
import type { Arranged, Node, Room } from '../place';
import { hasRole, tiers } from '../server/roles';
import { placeUnit, unitSize } from '../server/unit';
import { freeStrip, gapBetweenRacks, gapBetweenUnits, padding, rackHeader } from './size';

/** Racks side by side stand in the way of each other's lines: they must be drawn that much larger to be worth it. */
const besideWorth = 0.75;

/** Stacks servers by slot into their racks, and racks into as many columns as fill the viewport best. */
export function stackRacks(racks: readonly RackView[], servers: readonly ServerView[], room: Room): Arranged {
  const shown = racks.filter((rack) => servers.some((server) => server.rack === rack.id)).toSorted(byTier(servers));
  if (shown.length === 0) return { width: 0, height: 0, nodes: [] };
  const unit = unitSize(rolesAcross(servers), servers.length);
  const heights = shown.map((rack) => rackHeight(rack, servers, unit.h));
  const width = unit.w + 2 * padding;
  const columns = bestColumns(heights, width, room);

  const nodes: Node[] = [];
  const bottoms = new Array<number>(columns).fill(0);
  shown.forEach(({ id }, at) => {
    const column = Math.floor((at * columns) / shown.length);
    const x = column * (width + gapBetweenRacks);
    const y = bottoms[column] ?? 0;
    const h = heights[at] ?? 0;
    nodes.push({ kind: 'rack', id, name: `rack/${id}`, stage: 'frame', x, y, w: width, h, slim: false, sections: [] });
    const inside = servers.filter((server) => server.rack === id).toSorted((a, b) => a.slot - b.slot);
    inside.forEach((server, slot) => {
      const top = y + rackHeader + slot * (unit.h + gapBetweenUnits);
      nodes.push(placeUnit(server, { x: x + padding, y: top, ...unit }));
    });
    bottoms[column] = y + h + gapBetweenRacks;
  });
  return {
    width: columns * (width + gapBetweenRacks) - gapBetweenRacks,
    height: Math.max(...bottoms) - gapBetweenRacks,
    nodes,
  };
}

/** Roles that want room of their own across a unit: workers stand on other servers than web and application, in their room. */
function rolesAcross(servers: readonly ServerView[]): readonly string[] {
  const roles = tiers.filter((role) => servers.some((server) => hasRole(server, role)));
  return roles.some((role) => role === 'web' || role === 'app') ? roles.filter((role) => role !== 'worker') : roles;
}

/** Racks of the first tier stand left of those behind it, and racks of workers nearest to the queue. */
function byTier(servers: readonly ServerView[]): (a: RackView, b: RackView) => number {
  const has = (rack: RackView, role: string): boolean =>
    servers.some((server) => server.rack === rack.id && hasRole(server, role));
  const tier = (rack: RackView): number => (has(rack, 'web') ? 0 : has(rack, 'worker') && !has(rack, 'app') ? 2 : 1);
  return (a, b) => tier(a) - tier(b);
}

function rackHeight(rack: RackView, servers: readonly ServerView[], unitHeight: number): number {
  const inside = servers.filter((server) => server.rack === rack.id).length;
  const strip = rack.units > inside ? freeStrip : 0;
  return rackHeader + inside * (unitHeight + gapBetweenUnits) + strip + 2;
}

function bestColumns(heights: readonly number[], width: number, room: Room): number {
  let best = 1;
  let bestScale = 0;
  for (let columns = 1; columns <= heights.length; columns++) {
    const bottoms = new Array<number>(columns).fill(0);
    heights.forEach((height, at) => {
      const column = Math.floor((at * columns) / heights.length);
      bottoms[column] = (bottoms[column] ?? 0) + height + gapBetweenRacks;
    });
    const wide = room.fixedWidth + columns * (width + gapBetweenRacks);
    const scale = Math.min(room.aspect / wide, 1 / Math.max(...bottoms));
    const worth = columns === 1 ? scale : scale * besideWorth;
    if (worth > bestScale) {
      best = columns;
      bestScale = worth;
    }
  }
  return best;
}
