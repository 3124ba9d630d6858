import { curved, joined, through } from '../../drawing/geometry';
import type { QueueView } from '../../wire';
import type { World } from '../../world/world';
import type { Place } from '../kind';
import type { Edge, Site } from '../place';
import { hasRole } from '../server/roles';
import { stationAt, type Station } from '../station';

const size = { w: 150, h: 84 };

export const place: Place<QueueView> = {
  items: (world) => world.list('queues').map(({ id }) => ({ id, stage: 'middle', at: ['middle'], ...size })),
  stations: (node) => [[node.id, stationAt(node.id, node, 'middle')]],
  edges: ({ id }, site) => [...fromPublishers(id, site), ...toWorkers(id, site)],
};

/** Servers that put jobs into it: those with the application; where nobody has it, the web servers. */
function publishersIn(world: World): readonly string[] {
  const servers = world.list('servers');
  const apps = servers.filter((server) => hasRole(server, 'app'));
  return (apps.length > 0 ? apps : servers.filter((server) => hasRole(server, 'web'))).map(({ id }) => id);
}

function fromPublishers(id: string, site: Site): readonly Edge[] {
  return publishersIn(site.world).flatMap((from) =>
    site.join({ kind: 'data', from, to: id }, site.station(`${from}/app`, `${from}/web`), site.station(id)),
  );
}

function toWorkers(id: string, site: Site): readonly Edge[] {
  const queue = site.station(id);
  return site.world
    .list('servers')
    .filter((server) => hasRole(server, 'worker'))
    .flatMap(({ id: to }) => {
      const worker = site.station(`${to}/worker`);
      return queue && worker ? [{ kind: 'jobs', from: id, to, way: backTo(worker, queue) } as const] : [];
    });
}

/** From its left side back to the worker in its rack; at both ends below where requests go. */
function backTo(worker: Station, queue: Station): Edge['way'] {
  const [start, end] = [lowIn(queue), lowIn(worker)];
  return joined(curved(queue.left, start, worker.right, end), through([worker.right, end, worker.own.right, end]));
}

function lowIn({ work }: Station): number {
  return work.y + work.h;
}
