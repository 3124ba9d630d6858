import { downTo } from '../../drawing/geometry';
import type { DnsView } from '../../wire';
import type { Place } from '../kind';
import { stationAt } from '../station';
import { usersId } from '../users/state';

const size = { w: 116, h: 78 };

/** A name server is asked, not passed: it stands with the users. */
export const place: Place<DnsView> = {
  items: (world) => world.list('dns').map(({ id }) => ({ id, stage: 'users', at: ['users'], ...size })),
  stations: (node) => [[node.id, stationAt(node.id, node, 'users')]],
  edges(one, site) {
    const lowest = site.nodes.findLast((node) => node.id === usersId);
    const node = site.nodes.find((each) => each.id === one.id);
    return lowest && node ? [{ kind: 'ask', from: lowest.name, to: one.id, way: downTo(lowest, node) }] : [];
  },
};
