import type { RackView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import { isInner } from '../balancer/state';
import type { Place } from '../kind';
import { hasRole, isDataServer } from '../server/roles';
import { stackRacks } from './stack';

/** An inner balancer stands between the racks of web servers and those behind it. */
export const place: Place<RackView> = {
  blocks(world) {
    const front = world.list('servers').filter((server) => !isDataServer(server, world));
    const racks = world.list('racks');
    const behind = racksBehind(racks, front, world);
    const before = racks.filter((rack) => !behind.includes(rack));
    return [
      { column: 'rack', arrange: (room) => stackRacks(before, front, room) },
      { column: 'behind', arrange: (room) => stackRacks(behind, front, room) },
    ];
  },
};

function racksBehind(racks: readonly RackView[], front: readonly ServerView[], world: World): readonly RackView[] {
  if (!world.list('balancers').some(isInner)) return [];
  return racks.filter((rack) => !front.some((server) => server.rack === rack.id && hasRole(server, 'web')));
}
