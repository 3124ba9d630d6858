import type { ClassView } from '../../wire';
import type { Place } from '../kind';
import type { Site } from '../place';
import { stationAt } from '../station';
import { nameOf, usersId, usersIn } from './state';

const size = { w: 116, h: 66 };

export const place: Place<readonly ClassView[]> = {
  items: (world) =>
    usersIn(world).map((one) => ({ id: usersId, name: nameOf(one.id), stage: 'users', at: ['users'], ...size })),
  stations: (node) => [[node.name, stationAt(node.name, node, 'users')]],
  edges: ({ view }, site) =>
    view.flatMap((one) =>
      doors(site).flatMap((door) =>
        site.join({ kind: 'users', from: one.id, to: door }, site.station(nameOf(one.id)), entry(door, site)),
      ),
    ),
};

/** Where their name leads, or has led; without one they know where to go. */
function doors(site: Site): readonly string[] {
  const names = site.world.list('dns');
  return names.length > 0 ? names.flatMap((name) => [...name.targets, ...name.former]) : site.entrances();
}

function entry(door: string, site: Site): ReturnType<Site['station']> {
  return site.station(door, `${door}/web`, `${door}/app`);
}
