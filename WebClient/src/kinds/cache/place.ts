import type { CacheView } from '../../wire';
import type { Place } from '../kind';
import type { Edge, Site } from '../place';
import { callersIn, callsFrom } from '../server/roles';
import { stationAt } from '../station';
import { isEdge } from './state';

const size = { w: 112, h: 112 };

export const place: Place<CacheView> = {
  items: (world) =>
    world.list('caches').map((view) =>
      isEdge(view)
        ? { id: view.id, stage: 'edge', at: ['edge'], ...size }
        : { id: view.id, stage: 'middle', at: ['cache'], ...size },
    ),
  stations: (node) => [[node.id, stationAt(node.id, node)]],
  edges: (one, site) => (isEdge(one.view) ? toOrigins(one.id, site) : fromCallers(one.id, site)),
  admits: isEdge,
};

/** What the edge does not answer goes on to where users would come in. */
function toOrigins(id: string, site: Site): readonly Edge[] {
  return site
    .entrances('edge')
    .flatMap((to) => site.join({ kind: 'users', from: id, to }, site.station(id), site.station(to, `${to}/web`, `${to}/app`)));
}

/** The application asks it first, and so do workers. */
function fromCallers(id: string, site: Site): readonly Edge[] {
  return callersIn(site.world).flatMap(({ id: from }) =>
    site.join({ kind: 'data', from, to: id }, site.station(...callsFrom(from)), site.station(id)),
  );
}
