import { hasRole, isDataServer, type Estate } from './estate';
import { joined, through, type Box, type Way } from './geometry';
import { placeRacks, type RackBox, type UnitBox } from './racks';
import { stationsOf, type Station } from './stations';
import { edgeWay, pastCaches, type Junction } from './ways';

/** A box that stands for one component (or one class of users). */
export interface Node extends Box {
  readonly id: string;
}

export type EdgeKind = 'users' | 'target' | 'data';

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly way: Way;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly users: readonly Node[];
  readonly balancers: readonly Node[];
  readonly racks: readonly RackBox[];
  readonly units: readonly UnitBox[];
  readonly caches: readonly Node[];
  readonly databases: readonly Node[];
  readonly edges: readonly Edge[];
  /** Null without a cache. */
  readonly junction: Junction | null;
  readonly stations: ReadonlyMap<string, Station>;
}

const userSize = { w: 116, h: 66 };
const balancerSize = { w: 132, h: 128 };
const cacheSize = { w: 112, h: 112 };
/** The database with its server's chassis below it. */
export const databaseSize = { w: 196, h: 168 };
export const chassisHeight = 26;
const gapBetweenColumns = 50;
const gapInColumn = 18;
/** Room for the junction of the edges before and behind the caches, and for the way under them. */
const junctionRoom = 24;
const pastRoom = 18;
const margin = 14;
/** A usual height of the picture; only proportions depend on it. */
const viewportHeight = 510;
const legibleScale = 0.62;
const growthMost = 1.6;

/** Places everything from left to right: users, balancer, racks, cache, database. The aspect is the viewport's width / height. */
export function layOut(estate: Estate, aspect: number): Layout {
  const data = estate.databases.filter((database) => standsAlone(estate, database.server));
  const front = estate.servers.filter((server) => !isDataServer(server, estate.databases));
  const fixed = [
    estate.classes.length > 0 ? userSize.w : 0,
    estate.balancers.length > 0 ? balancerSize.w : 0,
    estate.caches.length > 0 ? cacheSize.w : 0,
    data.length > 0 ? databaseSize.w : 0,
  ].filter((width) => width > 0);
  const fixedWidth = fixed.reduce((sum, width) => sum + width + gapBetweenColumns, 2 * margin + (estate.caches.length > 0 ? 2 * junctionRoom : 0));
  const first = placeRacks(estate.racks, front, { aspect, fixedWidth });
  const grown = growth(aspect, fixedWidth + first.width, first.height);
  const racks = grown === 1 ? first : placeRacks(estate.racks, front, { aspect, fixedWidth: fixedWidth * grown });
  const gap = gapBetweenColumns * Math.sqrt(grown);

  const columns = [
    tall(estate.classes.length, userSize.h * grown),
    tall(estate.balancers.length, balancerSize.h * grown),
    racks.height,
    tall(estate.caches.length, cacheSize.h * grown) + (estate.caches.length > 0 ? 2 * pastRoom * grown : 0),
    tall(data.length, (databaseSize.h + chassisHeight) * grown),
  ];
  const height = Math.max(...columns, 200) + 2 * margin;
  const middle = height / 2;

  let x = margin;
  const column = (ids: readonly string[], plain: { w: number; h: number }): Node[] => {
    const size = { w: plain.w * grown, h: plain.h * grown };
    const top = middle - tall(ids.length, size.h) / 2;
    const nodes = ids.map((id, at) => ({ id, x, y: top + at * (size.h + gapInColumn), ...size }));
    if (ids.length > 0) x += size.w + gap;
    return nodes;
  };
  const users = column(ids(estate.classes), userSize);
  const balancers = column(ids(estate.balancers), balancerSize);
  const rackX = x;
  const rackY = middle - racks.height / 2;
  if (racks.width > 0) x += racks.width + gap;
  if (estate.caches.length > 0) x += junctionRoom * grown;
  const caches = column(ids(estate.caches), cacheSize);
  const junction = junctionAt(caches, middle, grown);
  if (junction) x += (junctionRoom * grown) / 2;
  const databases = column(ids(data), { w: databaseSize.w, h: databaseSize.h + chassisHeight });

  const units = [
    ...racks.units.map((unit) => moved(unit, rackX, rackY)),
    ...databases.map((node) => chassis(node, estate, chassisHeight * grown)),
  ];
  const placedRacks = racks.racks.map((rack) => ({ ...rack, x: rack.x + rackX, y: rack.y + rackY }));
  const nodes = { users, balancers, racks: placedRacks, units, caches, databases };
  const stations = stationsOf(estate, nodes);
  return {
    ...nodes,
    width: x - gap + margin,
    height,
    junction,
    edges: edgesOf(estate, { ...nodes, junction, stations }),
    stations,
  };
}

/** Where racks fill the picture, what stands beside them grows, so that rates stay legible from afar. */
function growth(aspect: number, width: number, height: number): number {
  const scale = viewportHeight * Math.min(aspect / width, 1 / Math.max(1, height));
  return Math.min(growthMost, Math.max(1, legibleScale / scale));
}

function ids(views: readonly { readonly id: string }[]): string[] {
  return views.map((view) => view.id);
}

function tall(count: number, height: number): number {
  return count === 0 ? 0 : count * height + (count - 1) * gapInColumn;
}

function standsAlone(estate: Estate, serverId: string): boolean {
  const server = estate.servers.find((one) => one.id === serverId);
  return !server || isDataServer(server, estate.databases);
}

function moved(unit: UnitBox, dx: number, dy: number): UnitBox {
  const sections = unit.sections.map((section) => ({ ...section, x: section.x + dx, y: section.y + dy }));
  return { ...unit, x: unit.x + dx, y: unit.y + dy, sections };
}

/** The strip under a database that is its server. */
function chassis(node: Node, estate: Estate, h: number): UnitBox {
  const server = estate.databases.find((one) => one.id === node.id)?.server ?? '';
  return { id: server, x: node.x, y: node.y + node.h - h, w: node.w, h, slim: true, sections: [] };
}

function junctionAt(caches: readonly Node[], middle: number, grown: number): Junction | null {
  const lowest = caches.at(-1);
  if (!lowest) return null;
  const away = junctionRoom * grown;
  return {
    x: lowest.x - away,
    y: middle,
    pastY: lowest.y + lowest.h + pastRoom * grown,
    endX: lowest.x + lowest.w + away,
    corner: 12 * grown,
  };
}

type Nodes = Pick<Layout, 'users' | 'balancers' | 'units' | 'caches' | 'databases' | 'junction' | 'stations'>;

function edgesOf(estate: Estate, { stations, junction, ...nodes }: Nodes): Edge[] {
  const edges: Edge[] = [];
  const join = (kind: EdgeKind, from: string, to: string, start: Station | undefined, end: Station | undefined): void => {
    if (!start || !end) return;
    const way = edgeWay(start, end, junction);
    // A server's edge goes on from its rack's border to the server itself.
    const whole = joined(through([unitSide(start, 1), start.leave.y]), way, through([unitSide(end, -1), end.enter.y]));
    edges.push({ kind, from, to, way: whole });
  };
  const unitSide = (station: Station, side: 1 | -1): number => {
    const unit = nodes.units.find((one) => station.id.startsWith(`${one.id}/`) && !one.slim);
    if (station.column !== 'rack' || !unit) return side === 1 ? station.right : station.left;
    return side === 1 ? unit.x + unit.w : unit.x;
  };
  const role = (server: string, ...wanted: readonly string[]): Station | undefined =>
    wanted.map((name) => stations.get(`${server}/${name}`)).find((one) => one !== undefined);

  const entries = estate.servers.filter((server) => hasRole(server, 'web')).map((server) => server.id);
  for (const user of nodes.users) {
    const start = stations.get(`users/${user.id}`);
    if (nodes.balancers.length > 0) for (const door of nodes.balancers) join('users', user.id, door.id, start, stations.get(door.id));
    else for (const server of entries) join('users', user.id, server, start, role(server, 'web'));
  }
  for (const balancer of estate.balancers)
    for (const target of balancer.targets)
      join('target', balancer.id, target.server, stations.get(balancer.id), role(target.server, 'web', 'app', 'db'));

  const callers = estate.servers.filter((server) => hasRole(server, 'app') && !hasRole(server, 'db'));
  for (const server of callers)
    for (const to of nodes.caches.length > 0 ? nodes.caches : nodes.databases)
      join('data', server.id, to.id, role(server.id, 'app'), stations.get(to.id));
  for (const from of nodes.caches) for (const to of nodes.databases) join('data', from.id, to.id, stations.get(from.id), stations.get(to.id));
  if (junction && nodes.databases.length > 0) edges.push({ kind: 'data', from: '', to: '', way: pastCaches(junction) });
  return edges;
}
