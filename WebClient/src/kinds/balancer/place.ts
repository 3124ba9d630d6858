import type { BalancerView, TargetView } from '../../wire';
import type { World } from '../../world/world';
import type { Found, Place } from '../kind';
import type { Edge, Flow, Node, Site } from '../place';
import { hasRole } from '../server/roles';
import { stationAt, type Station } from '../station';
import { isInner } from './state';

const size = { w: 132, h: 128 };
/** With a row for its handshakes. */
const tlsSize = { w: 132, h: 152 };

export const place: Place<BalancerView> = {
  items: (world) =>
    world.list('balancers').map((view) => {
      const inner = isInner(view);
      return { id: view.id, stage: 'door', at: [inner ? 'inner' : 'door'], ...(view.tls && !inner ? tlsSize : size) };
    }),
  stations: (node) => [[node.id, atSign(node)]],
  edges: (one, site) => [...fromWeb(one, site), ...toTargets(one, site)],
  admits: (view) => !isInner(view),
};

/** Requests stand where its sign is, so that its figures stay legible. */
function atSign(node: Node): Station {
  const row = { x: node.x + node.w * 0.1, y: node.y + node.h * 0.36, w: node.w * 0.8, h: node.h * 0.16 };
  return { ...stationAt(node.id, node), wait: row, work: row };
}

/** An inner one is called by web servers that have no application of their own. */
function fromWeb({ id, view }: Found<BalancerView>, site: Site): readonly Edge[] {
  if (!isInner(view)) return [];
  return site.world
    .list('servers')
    .filter((server) => hasRole(server, 'web') && !site.station(`${server.id}/app`))
    .flatMap(({ id: from }, _, callers) => {
      const flow = (world: World): Flow | undefined => shareOf(world.of('balancers').get(id), callers.length);
      return site.join({ kind: 'data', from, to: id, flow }, site.station(`${from}/web`), site.station(id));
    });
}

function toTargets({ id, view }: Found<BalancerView>, site: Site): readonly Edge[] {
  const roles = isInner(view) ? ['app'] : ['web', 'app', 'db'];
  return view.targets.flatMap(({ server }) => {
    const target = (world: World): TargetView | undefined =>
      world.of('balancers').get(id)?.targets.find((one) => one.server === server);
    const end = site.station(...roles.map((role) => `${server}/${role}`));
    const flow = (world: World): Flow | undefined => {
      const now = target(world);
      return now && { perSecond: now.requestsPerSecond, failing: now.failuresPerSecond };
    };
    return site.join({ kind: 'target', from: id, to: server, target, flow }, site.station(id), end);
  });
}

function shareOf(view: BalancerView | undefined, callers: number): Flow | undefined {
  return view && { perSecond: view.requestsPerSecond / callers, failing: view.errorsPerSecond / callers };
}
