import { downTo } from '../../drawing/geometry';
import type { DatabaseView } from '../../wire';
import type { World } from '../../world/world';
import type { Found, Place } from '../kind';
import type { Edge, Item, Node, Site, Size } from '../place';
import { callersIn, callsFrom, isDataServer } from '../server/roles';
import { placeChassis } from '../server/unit';
import { stationAt, type NamedStation } from '../station';
import { chassisHeight, databaseSize, replicaSize } from './size';
import { atDrum } from './station';

export const place: Place<DatabaseView> = {
  items: (world) =>
    world.list('databases').filter((view) => standsAlone(view.server, world)).flatMap((view) => nodesOf(view, world)),
  stations(node, { world }) {
    const station = (name: string): NamedStation => [name, atDrum(stationAt(name, node, 'data'), node)];
    const view = world.of('databases').get(node.id);
    return (view ? [`${view.server}/db`, `${view.id}/db`, view.id] : [`${node.id}/db`]).map(station);
  },
  edges: (one, site) => [...toPrimary(one, site), ...toReplicas(one, site)],
};

/** Nodes keep their places; whichever is the primary is drawn as the database. */
function nodesOf(view: DatabaseView, world: World): readonly Item[] {
  const known = view.nodes.some((node) => node.server === view.server);
  const servers = known ? view.nodes.map((node) => node.server) : [view.server];
  return servers
    .filter((server) => standsAlone(server, world))
    .map((server) =>
      server === view.server
        ? { id: view.id, stage: 'data', ...standing(server, databaseSize) }
        : { id: server, name: `replica/${server}`, stage: 'server', ...standing(server, replicaSize) },
    );
}

/** On the chassis of its server. */
function standing(server: string, size: Size): Pick<Item, 'w' | 'h' | 'at' | 'inside'> {
  return {
    w: size.w,
    h: size.h + chassisHeight,
    at: ['data'],
    inside(box, grown) {
      const h = chassisHeight * grown;
      return [placeChassis(server, { x: box.x, y: box.y + box.h - h, w: box.w, h })];
    },
  };
}

function standsAlone(id: string, world: World): boolean {
  const server = world.of('servers').get(id);
  return !server || isDataServer(server, world);
}

function nodeOf(id: string, site: Site): Node | undefined {
  return site.nodes.find((node) => node.kind === 'database' && node.id === id);
}

function toPrimary({ id }: Found<DatabaseView>, site: Site): readonly Edge[] {
  return nodeOf(id, site) ? fromAbove(id, id, site) : [];
}

/** What the primary writes is copied to them; they may be read too. */
function toReplicas({ id, view }: Found<DatabaseView>, site: Site): readonly Edge[] {
  const primary = nodeOf(id, site);
  return view.nodes.flatMap(({ server }) => {
    const node = nodeOf(server, site);
    if (!node) return [];
    const copy = primary ? [copyTo(node, primary)] : [];
    return view.replicaReads ? [...copy, ...fromAbove(server, `${server}/db`, site)] : copy;
  });
}

function copyTo(replica: Node, primary: Node): Edge {
  const way = primary.y < replica.y ? downTo(primary, replica) : downTo(replica, primary);
  return { kind: 'copy', from: primary.id, to: replica.id, way };
}

/** From the caches before it; without one, from the application itself. */
function fromAbove(to: string, station: string, site: Site): readonly Edge[] {
  const caches = site.nodes.filter((node) => node.kind === 'cache' && node.stage === 'middle');
  const from = caches.length > 0
    ? caches.map(({ id }) => ({ id, start: [id] }))
    : callersIn(site.world).map(({ id }) => ({ id, start: callsFrom(id) }));
  return from.flatMap(({ id, start }) =>
    site.join({ kind: 'data', from: id, to }, site.station(...start), site.station(station)),
  );
}
