import type { RackView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import { partOf } from '../database/place';
import type { Node, Size, Tower } from '../place';
import { hasRole, tiers } from '../server/roles';
import { placeUnit, unitSize } from '../server/unit';
import { freeStrip, gapBetweenUnits, padding, rackHeader } from './size';

/** The racks of one tier: in each its servers by slot, and the databases in them. */
export function towersOf(tier: string, servers: readonly ServerView[], roomy: boolean, world: World): readonly Tower[] {
  const unit = unitSize(tiers.filter((role) => servers.some((server) => hasRole(server, role))), servers.length, roomy);
  return world.list('racks').flatMap((rack) => {
    const inside = servers.filter((server) => server.rack === rack.id).toSorted((a, b) => a.slot - b.slot);
    return inside.length > 0 ? [towerOf(rack, `rack/${rack.id}/${tier}`, inside, unit, world)] : [];
  });
}

function towerOf(rack: RackView, name: string, inside: readonly ServerView[], unit: Size, world: World): Tower {
  const w = unit.w + 2 * padding;
  const free = rack.units > world.list('servers').filter((server) => server.rack === rack.id).length;
  const h = rackHeader + inside.length * (unit.h + gapBetweenUnits) + (free ? freeStrip : 1);
  const units = inside.map((server, at) =>
    placeUnit(server, { x: padding, y: rackHeader + at * (unit.h + gapBetweenUnits), ...unit }),
  );
  const frame: Node = { kind: 'rack', id: rack.id, name, stage: 'frame', layer: 'frame', x: 0, y: 0, w, h, sections: [] };
  return { w, h, nodes: [frame, ...units, ...units.flatMap((one) => partOf(one, world))] };
}
