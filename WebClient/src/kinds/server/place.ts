import { contains, type Box } from '../../drawing/geometry';
import type { ServerView } from '../../wire';
import { atSection } from '../database/station';
import type { Place } from '../kind';
import type { Node, Section, Site } from '../place';
import { stationAt, type NamedStation, type Station } from '../station';
import { hasRole } from './roles';

/** Its rack places it. */
export const place: Place<ServerView> = {
  stations(node, site) {
    const rack = site.nodes.find((one) => one.layer === 'frame' && contains(one, node.x, node.y)) ?? node;
    return node.sections.flatMap((section) => {
      const station = stationIn(section, node, rack);
      return namesOf(section, node, site).map((name): NamedStation => [name, station]);
    });
  },
  admits: (view) => hasRole(view, 'web'),
};

function stationIn(section: Section, node: Node, rack: Box): Station {
  const plain = stationAt(`${node.id}/${section.role}`, section, node, node.id);
  const placed = { ...plain, left: rack.x, right: rack.x + rack.w };
  return section.role === 'db' ? atSection(placed, section) : placed;
}

/** A database within it has its station there. */
function namesOf(section: Section, node: Node, site: Site): readonly string[] {
  const own = `${node.id}/${section.role}`;
  if (section.role !== 'db') return [own];
  const inside = site.world.list('databases').filter((database) => database.server === node.id);
  return [own, ...inside.flatMap(({ id }) => [`${id}/db`, id])];
}
