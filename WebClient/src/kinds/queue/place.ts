import type { QueueView } from '../../wire';
import type { World } from '../../world/world';
import type { Place } from '../kind';
import type { Edge, Site } from '../place';
import { hasRole } from '../server/roles';
import { stationAt } from '../station';

const size = { w: 150, h: 84 };

export const place: Place<QueueView> = {
  items: (world) => world.list('queues').map(({ id }) => ({ id, stage: 'middle', at: ['queue'], ...size })),
  stations: (node) => [[node.id, stationAt(node.id, node)]],
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
  return site.world
    .list('servers')
    .filter((server) => hasRole(server, 'worker'))
    .flatMap(({ id: to }) => site.join({ kind: 'jobs', from: id, to }, site.station(id), site.station(`${to}/worker`)));
}
