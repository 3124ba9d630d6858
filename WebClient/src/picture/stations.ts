import type { Estate } from './estate';
import { contains, type Box, type Point } from './geometry';
import type { Layout, Node } from './layout';
import type { Section, UnitBox } from './racks';

/** A place a request stays at: where it comes in, where it waits, where it is worked on, where it goes out. */
export interface Station {
  readonly id: string;
  readonly enter: Point;
  readonly wait: Box;
  readonly work: Box;
  readonly leave: Point;
  /** Where edges arrive at and leave what it is part of: a role is inside its server, a server inside its rack. */
  readonly left: number;
  readonly right: number;
  readonly column: Column;
}

export type Column = 'users' | 'edge' | 'door' | 'rack' | 'cache' | 'data';

/** Width of the queue drawn at a section's door. */
export const doorWidth = 16;

/** Stations by name: a balancer's, cache's or name server's id, `server/role` for a role, `users/class` for users. */
export function stationsOf(
  estate: Estate,
  nodes: Pick<Layout, 'users' | 'names' | 'fronts' | 'balancers' | 'racks' | 'units' | 'caches' | 'databases' | 'replicas'>,
): ReadonlyMap<string, Station> {
  const stations = new Map<string, Station>();
  for (const node of nodes.users) stations.set(`users/${node.id}`, station(`users/${node.id}`, node, node, 'users'));
  for (const node of nodes.names) stations.set(node.id, station(node.id, node, node, 'users'));
  for (const node of nodes.fronts) stations.set(node.id, station(node.id, node, node, 'edge'));
  for (const node of nodes.balancers) stations.set(node.id, atBalancer(node));
  for (const node of nodes.caches) stations.set(node.id, station(node.id, node, node, 'cache'));
  for (const unit of nodes.units) {
    const rack = nodes.racks.find((one) => contains(one, unit.x, unit.y)) ?? unit;
    for (const section of unit.sections) stations.set(`${unit.id}/${section.role}`, stationIn(section, unit, rack));
  }
  for (const database of estate.databases) {
    const node = nodes.databases.find((one) => one.id === database.id);
    const names = [`${database.id}/db`, database.id];
    if (node) for (const id of [`${database.server}/db`, ...names]) stations.set(id, atDatabase(station(id, node, node, 'data'), node, true));
    const inside = stations.get(`${database.server}/db`);
    if (inside && !node) for (const id of names) stations.set(id, inside);
  }
  for (const node of nodes.replicas) stations.set(`${node.id}/db`, atDatabase(station(`${node.id}/db`, node, node, 'data'), node, true));
  return stations;
}

function stationIn(section: Section, unit: UnitBox, rack: Box): Station {
  const plain = { ...station(`${unit.id}/${section.role}`, section, unit, 'rack'), left: rack.x, right: rack.x + rack.w };
  return section.role === 'db' ? atDatabase(plain, section, false) : plain;
}

/** At a balancer requests stand where its sign is, so that its figures stay legible. */
function atBalancer(node: Node): Station {
  const row = { x: node.x + node.w * 0.1, y: node.y + node.h * 0.36, w: node.w * 0.8, h: node.h * 0.16 };
  return { ...station(node.id, node, node, 'door'), wait: row, work: row };
}

/** In a database one waits before the lock's door, in the last row, and is worked on in the row of slots. */
function atDatabase(plain: Station, box: Box, alone: boolean): Station {
  const row = { x: box.x + box.w * 0.1, w: box.w * 0.7, h: box.h * 0.1 };
  return {
    ...plain,
    wait: { ...row, y: box.y + box.h * (alone ? 0.72 : 0.86) },
    work: { ...row, y: box.y + box.h * (alone ? 0.52 : 0.58) },
  };
}

function station(id: string, box: Box, outer: Box, column: Column): Station {
  const y = outer.y + outer.h / 2;
  return {
    id,
    enter: { x: box === outer ? box.x : box.x + 2, y },
    wait: { x: box.x + 3, y: box.y + box.h * 0.32, w: doorWidth - 4, h: box.h * 0.6 },
    work: { x: box.x + doorWidth + 8, y: box.y + box.h * 0.34, w: Math.max(4, box.w - doorWidth - 18), h: box.h * 0.5 },
    leave: { x: box.x + box.w, y },
    left: outer.x,
    right: outer.x + outer.w,
    column,
  };
}
