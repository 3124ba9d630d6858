import type { ClassView, DnsView } from '../../wire';
import type { World } from '../../world/world';
import type { Place } from '../kind';
import type { Flow, Site } from '../place';
import { stationAt } from '../station';
import { nameOf, usersId, usersIn } from './state';

const size = { w: 116, h: 66 };

export const place: Place<readonly ClassView[]> = {
  items: (world) =>
    usersIn(world).map((one) => ({ id: usersId, name: nameOf(one.id), stage: 'users', at: ['users'], ...size })),
  stations: (node) => [[node.name, stationAt(node.name, node)]],
  edges: ({ view }, site) =>
    view.flatMap((one) =>
      doors(site).flatMap((door) =>
        site.join(
          { kind: 'users', from: one.id, to: door, flow: (world) => flowOf(one.id, doors(site), door, world) },
          site.station(nameOf(one.id)), entry(door, site),
        ),
      ),
    ),
};

/** What a class asks for, along one of the ways its name leads: where it led before, only some still go. */
function flowOf(id: string, ways: readonly string[], door: string, world: World): Flow | undefined {
  const view = world.classes.find((one) => one.id === id);
  if (!view) return undefined;
  const share = shareOf(ways, door, world);
  return { perSecond: view.offeredPerSecond * share, failing: view.failedPerSecond * share };
}

function shareOf(ways: readonly string[], door: string, world: World): number {
  const [name] = world.list('dns');
  const old = name && name.resolvers > 0 ? name.outdated / name.resolvers : 0;
  const [now, before] = [ways.filter((one) => !isFormer(one, name)).length, ways.filter((one) => isFormer(one, name)).length];
  if (before === 0) return 1 / now;
  return isFormer(door, name) ? old / before : (1 - old) / Math.max(1, now);
}

function isFormer(door: string, name: DnsView | undefined): boolean {
  return name !== undefined && name.former.includes(door) && !name.targets.includes(door);
}

/** Where their name leads, or has led; without one they know where to go. */
function doors(site: Site): readonly string[] {
  const names = site.world.list('dns');
  return names.length > 0 ? names.flatMap((name) => [...name.targets, ...name.former]) : site.entrances();
}

function entry(door: string, site: Site): ReturnType<Site['station']> {
  return site.station(door, `${door}/web`, `${door}/app`);
}
