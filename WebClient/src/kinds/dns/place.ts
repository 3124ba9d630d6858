import type { DnsView } from '../../wire';
import type { Place } from '../kind';
import { stationAt } from '../station';
import { usersId } from '../users/state';

const size = { w: 116, h: 78 };

/** A name server is asked, not passed: it stands with the users. */
export const place: Place<DnsView> = {
  items: (world) => world.list('dns').map(({ id }) => ({ id, stage: 'users', at: ['users'], ...size })),
  stations: (node) => [[node.id, stationAt(node.id, node)]],
  edges: ({ id }, site) =>
    site.nodes
      .filter((node) => node.id === usersId)
      .flatMap(({ name }) => site.join({ kind: 'ask', from: name, to: id }, site.station(name), site.station(id))),
};
