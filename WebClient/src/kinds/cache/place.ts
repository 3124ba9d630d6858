import type { CacheView } from '../../wire';
import type { Place } from '../kind';
import { callersIn } from '../server/roles';
import { stationAt } from '../station';
import { isEdge } from './state';

const size = { w: 112, h: 112 };

export const place: Place<CacheView> = {
  items: (world) =>
    world.list('caches').map((view) =>
      isEdge(view)
        ? { id: view.id, stage: 'edge', at: ['edge'], ...size }
        : { id: view.id, stage: 'middle', at: ['middle'], ...size },
    ),
  stations: (node) => [[node.id, stationAt(node.id, node, node.stage === 'edge' ? 'edge' : 'middle')]],
  /** What the edge does not answer goes on to where users would come in; the other is asked by the application. */
  edges: ({ id, view }, site) =>
    isEdge(view)
      ? site
          .entrances('edge')
          .flatMap((to) => site.join({ kind: 'users', from: id, to }, site.station(id), site.station(to, `${to}/web`, `${to}/app`)))
      : callersIn(site.world).flatMap((server) =>
          site.join({ kind: 'data', from: server.id, to: id }, site.station(`${server.id}/app`), site.station(id)),
        ),
  admits: isEdge,
};
