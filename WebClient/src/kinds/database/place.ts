import type { DatabaseView } from '../../wire';
import type { World } from '../../world/world';
import type { Found, Place } from '../kind';
import type { Edge, Flow, Node, Site } from '../place';
import { callersIn, callsFrom } from '../server/roles';
import { sum } from '../sum';
import { databaseOn } from './state';

export const place: Place<DatabaseView> = {
  edges: (one, site) => [...fromAbove(one, one.view.server, site), ...toReplicas(one, site)],
};

/** A node of a database, within the server that carries it; whichever is the primary stands for the database. */
export function partOf(unit: Node, world: World): readonly Node[] {
  const view = databaseOn(unit.id, world);
  const section = unit.sections.find((one) => one.role === 'db');
  if (!view || !section) return [];
  const { x, y, w, h } = section;
  const known = view.server === unit.id ? { id: view.id, name: view.id } : { id: unit.id, name: `replica/${unit.id}` };
  return [{ kind: 'database', ...known, stage: 'data', layer: 'part', x, y, w, h, sections: [] }];
}

/** What the primary writes is copied to them; they may be read too. */
function toReplicas(one: Found<DatabaseView>, site: Site): readonly Edge[] {
  const { server: primary, nodes, replicaReads } = one.view;
  return nodes
    .filter(({ server }) => server !== primary)
    .flatMap(({ server }) => [
      ...site.join({ kind: 'copy', from: primary, to: server }, site.station(`${primary}/db`), site.station(`${server}/db`)),
      ...(replicaReads ? fromAbove(one, server, site) : []),
    ]);
}

/** From the caches before it; without one, from the application itself, unless that has it beside it. */
function fromAbove({ id, view }: Found<DatabaseView>, server: string, site: Site): readonly Edge[] {
  const to = server === view.server ? id : server;
  const end = site.station(`${server}/db`);
  const caches = site.nodes.filter((node) => node.kind === 'cache' && node.stage === 'middle');
  if (caches.length > 0) {
    return caches.flatMap(({ id: from }) => {
      const flow = (world: World): Flow | undefined => asked(id, server, 1 / caches.length, world);
      return site.join({ kind: 'data', from, to, flow }, site.station(from), end);
    });
  }
  return callersIn(site.world).flatMap(({ id: from }) => {
    if (from === server) return [];
    const flow = (world: World): Flow | undefined => asked(id, server, shareOf(from, world), world);
    return site.join({ kind: 'data', from, to, flow }, site.station(...callsFrom(from)), end);
  });
}

/** Of a caller among all: as it answers. */
function shareOf(caller: string, world: World): number {
  const answered = (id: string): number =>
    sum((world.of('servers').get(id)?.roles ?? []).filter(({ role }) => role !== 'web' && role !== 'db')
      .map((role) => role.requestsPerSecond));
  const all = sum(callersIn(world).map(({ id }) => answered(id)));
  return all > 0 ? answered(caller) / all : 0;
}

function asked(id: string, server: string, share: number, world: World): Flow | undefined {
  const view = world.of('databases').get(id);
  const node = view?.nodes.find((one) => one.server === server);
  return node && { perSecond: node.requestsPerSecond * share, failing: node.errorsPerSecond * share };
}
