import type { Estate } from './estate';
import type { Box, Point } from './geometry';
import type { Layout } from './layout';
import type { Section, UnitBox } from './racks';

/** A place a request stays at: where it comes in, where it waits, where it is worked on, where it goes out. */
export interface Station {
  readonly id: string;
  readonly enter: Point;
  readonly wait: Box;
  readonly work: Box;
  readonly leave: Point;
}

/** Width of the queue drawn at a section's door. */
export const doorWidth = 16;

/** Stations by name: a balancer's or cache's id, `server/role` for a role, `users/class` for users. */
export function stationsOf(
  estate: Estate,
  nodes: Pick<Layout, 'users' | 'balancers' | 'units' | 'caches' | 'databases'>,
): ReadonlyMap<string, Station> {
  const stations = new Map<string, Station>();
  const add = (id: string, box: Box, outer: Box = box): void => {
    stations.set(id, station(id, box, outer));
  };
  for (const node of nodes.users) add(`users/${node.id}`, node);
  for (const node of [...nodes.balancers, ...nodes.caches]) add(node.id, node);
  for (const unit of nodes.units)
    for (const section of unit.sections) stations.set(`${unit.id}/${section.role}`, stationIn(section, unit));
  for (const database of estate.databases) {
    const node = nodes.databases.find((one) => one.id === database.id);
    if (node) for (const id of [`${database.server}/db`, `${database.id}/db`, database.id]) stations.set(id, atDatabase(id, node, node));
    const inside = stations.get(`${database.server}/db`);
    if (inside && !node) for (const id of [`${database.id}/db`, database.id]) stations.set(id, inside);
  }
  return stations;
}

function stationIn(section: Section, unit: UnitBox): Station {
  const id = `${unit.id}/${section.role}`;
  return section.role === 'db' ? atDatabase(id, section, unit) : station(id, section, unit);
}

/** In a database one waits before the lock's door, in the last row, and is worked on in the row of slots. */
function atDatabase(id: string, box: Box, outer: Box): Station {
  const row = { x: box.x + box.w * 0.1, w: box.w * 0.7, h: box.h * 0.1 };
  return {
    ...station(id, box, outer),
    wait: { ...row, y: box.y + box.h * (box === outer ? 0.72 : 0.86) },
    work: { ...row, y: box.y + box.h * (box === outer ? 0.52 : 0.58) },
  };
}

function station(id: string, box: Box, outer: Box): Station {
  const y = box.y + box.h / 2;
  const enterX = box === outer ? box.x : box.x + 2;
  return {
    id,
    enter: { x: enterX, y: box === outer ? y : outer.y + outer.h / 2 },
    wait: { x: box.x + 3, y: box.y + box.h * 0.32, w: doorWidth - 4, h: box.h * 0.6 },
    work: { x: box.x + doorWidth + 8, y: box.y + box.h * 0.34, w: Math.max(4, box.w - doorWidth - 18), h: box.h * 0.5 },
    leave: { x: box.x + box.w, y: box === outer ? y : outer.y + outer.h / 2 },
  };
}
