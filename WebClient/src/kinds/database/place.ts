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

/** From the application itself, unless that has it beside it; and what the caches before it do not answer. */
function fromAbove({ id, view }: Found<DatabaseView>, server: string, site: Site): readonly Edge[] {
  const to = server === view.server ? id : server;
  const end = site.station(`${server}/db`);
  const missed = site.world.list('caches').filter((cache) => cache.place === 'data').flatMap(({ id: from }) =>
    site.join({ kind: 'data', from, to, flow: (world) => missesOf(from, world) }, site.station(from), end),
  );
  const asking = callersIn(site.world).filter((caller) => caller.id !== server).flatMap(({ id: from }) => {
    const flow = (world: World): Flow | undefined => asked(id, server, shareOf(from, world), world);
    return site.join({ kind: 'data', from, to, flow }, site.station(...callsFrom(from)), end);
  });
  return [...missed, ...asking];
}

function missesOf(cache: string, world: World): Flow | undefined {
  const view = world.of('caches').get(cache);
  return view && { perSecond: view.requestsPerSecond * (1 - view.hitRatio), failing: 0 };
}

/** What each caller has of all calls, as it answers; worked out once a tick. */
const known = new WeakMap<World, { readonly tick: number; readonly shares: ReadonlyMap<string, number> }>();

function shareOf(caller: string, world: World): number {
  let now = known.get(world);
  if (now?.tick !== world.tick) {
    now = { tick: world.tick, shares: sharesIn(world) };
    known.set(world, now);
  }
  return now.shares.get(caller) ?? 0;
}

function sharesIn(world: World): ReadonlyMap<string, number> {
  const answered = callersIn(world).map(({ id, roles }) => {
    const calling = roles.filter(({ role }) => role !== 'web' && role !== 'db');
    return [id, sum(calling.map((role) => role.requestsPerSecond))] as const;
  });
  const all = sum(answered.map(([, perSecond]) => perSecond));
  return new Map(answered.map(([id, perSecond]) => [id, all > 0 ? perSecond / all : 0]));
}

function asked(id: string, server: string, share: number, world: World): Flow | undefined {
  const view = world.of('databases').get(id);
  const node = view?.nodes.find((one) => one.server === server);
  if (!node) return undefined;
  const caches = world.list('caches').filter((one) => one.place === 'data');
  const missed = sum(caches.map((one) => missesOf(one.id, world)?.perSecond ?? 0));
  return { perSecond: Math.max(0, node.requestsPerSecond - missed) * share, failing: node.errorsPerSecond * share };
}
