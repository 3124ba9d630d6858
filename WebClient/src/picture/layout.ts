import type { DatabaseView } from '../wire';
import { hasRole, isDataServer, type Estate } from './estate';
import { joined, through, type Box, type Way } from './geometry';
import { placeRacks, type PlacedRacks, type RackBox, type UnitBox } from './racks';
import { stationsOf, type Station } from './stations';
import { edgeWay, pastCaches, type Junction } from './ways';

/** A box that stands for one component (or one class of users). */
export interface Node extends Box {
  readonly id: string;
}

/** Ask: users to the name server; copy: what a primary writes, to a replica. */
export type EdgeKind = 'users' | 'target' | 'data' | 'ask' | 'copy';

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
  readonly names: readonly Node[];
  /** Caches near the users. */
  readonly fronts: readonly Node[];
  readonly certificates: readonly Node[];
  readonly balancers: readonly Node[];
  readonly racks: readonly RackBox[];
  readonly units: readonly UnitBox[];
  readonly caches: readonly Node[];
  readonly databases: readonly Node[];
  /** Nodes of databases beside their primaries; each stands for its server. */
  readonly replicas: readonly Node[];
  readonly edges: readonly Edge[];
  /** Null without a cache. */
  readonly junction: Junction | null;
  readonly stations: ReadonlyMap<string, Station>;
}

const userSize = { w: 116, h: 66 };
const nameSize = { w: 116, h: 78 };
const balancerSize = { w: 132, h: 128 };
/** With a row for its handshakes. */
const tlsBalancerSize = { w: 132, h: 152 };
const certificateSize = { w: 116, h: 44 };
const cacheSize = { w: 112, h: 112 };
/** The database with its server's chassis below it; so has a replica. */
export const databaseSize = { w: 196, h: 168 };
export const replicaSize = { w: 196, h: 98 };
export const chassisHeight = 26;
const gapBetweenColumns = 50;
/** With many columns the ways between them are shorter, so that all of them are larger. */
const gapBetweenMany = 38;
const manyColumns = 6;
const gapInColumn = 18;
/** Room for the junction of the edges before and behind the caches, and for the way under them. */
const junctionRoom = 24;
const pastRoom = 18;
const margin = 14;
/** A usual height of the picture; only proportions depend on it. */
const viewportHeight = 510;
const legibleScale = 0.62;
const growthMost = 1.6;

interface Size {
  readonly w: number;
  readonly h: number;
}

type Item = Size & { readonly id: string };

/** Places everything from left to right: users, edge, balancer, racks, cache, database. The aspect is the viewport's width / height. */
export function layOut(estate: Estate, aspect: number): Layout {
  const front = estate.servers.filter((server) => !isDataServer(server, estate.databases));
  const stacks = stacksOf(estate);
  const plainGap = Object.values(stacks).filter((stack) => stack.length > 0).length + 1 >= manyColumns ? gapBetweenMany : gapBetweenColumns;
  const fixedWidth = Object.values(stacks).reduce(
    (sum, stack) => (stack.length > 0 ? sum + widthOf(stack) + plainGap : sum),
    2 * margin + (stacks.caches.length > 0 ? 2 * junctionRoom : 0),
  );
  // An inner balancer stands between the racks of web servers and those behind it.
  const behind = stacks.inner.length === 0 ? [] : estate.racks.filter((rack) => !front.some((server) => server.rack === rack.id && hasRole(server, 'web')));
  const before = estate.racks.filter((rack) => !behind.includes(rack));
  const place = (fixed: number): readonly [PlacedRacks, PlacedRacks] => {
    const back = placeRacks(behind, front, { aspect: aspect / 2, fixedWidth: fixed }, estate.servers);
    return [placeRacks(before, front, { aspect, fixedWidth: fixed + (back.width > 0 ? back.width + plainGap : 0) }, estate.servers), back];
  };
  const [first, firstBack] = place(fixedWidth);
  const grown = growth(aspect, fixedWidth + first.width + firstBack.width, Math.max(first.height, firstBack.height));
  const [racks, back] = grown === 1 ? [first, firstBack] : place(fixedWidth * grown);
  const gap = plainGap * Math.sqrt(grown);

  const below = stacks.caches.length > 0 ? 2 * pastRoom * grown : 0;
  const heights = Object.values(stacks).map((stack) => tall(stack, grown) + (stack === stacks.caches ? below : 0));
  const height = Math.max(...heights, racks.height, back.height, 200) + 2 * margin;
  const middle = height / 2;

  let x = margin;
  const column = (stack: readonly Item[]): Node[] => {
    const width = widthOf(stack) * grown;
    let y = middle - tall(stack, grown) / 2;
    const nodes = stack.map((item) => {
      const node = { id: item.id, x: x + (width - item.w * grown) / 2, y, w: item.w * grown, h: item.h * grown };
      y += node.h + gapInColumn;
      return node;
    });
    if (stack.length > 0) x += width + gap;
    return nodes;
  };
  const users = column(stacks.users);
  const edge = column(stacks.edge);
  const door = column(stacks.door);
  const rackX = x;
  const rackY = middle - racks.height / 2;
  if (racks.width > 0) x += racks.width + gap;
  const inner = column(stacks.inner);
  const backX = x;
  const backY = middle - back.height / 2;
  if (back.width > 0) x += back.width + gap;
  if (stacks.caches.length > 0) x += junctionRoom * grown;
  const caches = column(stacks.caches);
  const junction = junctionAt(caches, middle, grown);
  if (junction) x += (junctionRoom * grown) / 2;
  const data = column(stacks.data);

  // Classes of users have names of their own.
  const classes = estate.classes.length;
  const placed = [...users.slice(classes), ...edge, ...door, ...inner, ...caches, ...data];
  const those = (views: readonly { readonly id: string }[]): Node[] => placed.filter((node) => views.some((view) => view.id === node.id));
  const databases = those(estate.databases);
  const replicas = data.filter((node) => !databases.includes(node));
  const units = [
    ...racks.units.map((unit) => moved(unit, rackX, rackY)),
    ...back.units.map((unit) => moved(unit, backX, backY)),
    ...data.map((node) => chassis(node, estate, chassisHeight * grown)),
  ];
  const placedRacks = [
    ...racks.racks.map((rack) => ({ ...rack, x: rack.x + rackX, y: rack.y + rackY })),
    ...back.racks.map((rack) => ({ ...rack, x: rack.x + backX, y: rack.y + backY })),
  ];
  const nodes = {
    users: users.slice(0, classes),
    names: those(estate.dns),
    fronts: those(estate.caches.filter((cache) => cache.place === 'edge')),
    certificates: those(estate.certificates),
    balancers: those(estate.balancers),
    racks: placedRacks,
    units,
    caches,
    databases,
    replicas,
  };
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

/** What stands above what in each column. A name server is asked, not passed: it stands with the users. */
function stacksOf(estate: Estate): Readonly<Record<'users' | 'edge' | 'door' | 'inner' | 'caches' | 'data', readonly Item[]>> {
  const sized = (views: readonly { readonly id: string }[], size: Size): Item[] => views.map((view) => ({ id: view.id, ...size }));
  const users = [...sized(estate.classes, userSize), ...sized(estate.dns, nameSize)];
  const edge = sized(estate.caches.filter((cache) => cache.place === 'edge'), cacheSize);
  const outer = estate.balancers.filter((one) => one.tier !== 'inner');
  const door = outer.map((one) => ({ id: one.id, ...(one.tls ? tlsBalancerSize : balancerSize) }));
  // A certificate is shown where users' connections end.
  [edge, door, users].find((stack) => stack.length > 0)?.push(...sized(estate.certificates, certificateSize));
  return {
    users,
    edge,
    door,
    inner: sized(estate.balancers.filter((one) => !outer.includes(one)), balancerSize),
    caches: sized(estate.caches.filter((cache) => cache.place !== 'edge'), cacheSize),
    data: estate.databases.filter((database) => standsAlone(estate, database.server)).flatMap((database) => nodesOf(database, estate)),
  };
}

/** Nodes keep their places; whichever is the primary is drawn as the database. */
function nodesOf(database: DatabaseView, estate: Estate): Item[] {
  const known = database.nodes.some((node) => node.server === database.server);
  const nodes = known ? database.nodes.map((node) => node.server) : [database.server];
  const item = (id: string, size: Size): Item => ({ id, w: size.w, h: size.h + chassisHeight });
  return nodes
    .filter((server) => standsAlone(estate, server))
    .map((server) => (server === database.server ? item(database.id, databaseSize) : item(server, replicaSize)));
}

/** Where racks fill the picture, what stands beside them grows, so that rates stay legible from afar. */
function growth(aspect: number, width: number, height: number): number {
  const scale = viewportHeight * Math.min(aspect / width, 1 / Math.max(1, height));
  return Math.min(growthMost, Math.max(1, legibleScale / scale));
}

function tall(stack: readonly Item[], grown: number): number {
  return stack.reduce((sum, item) => sum + item.h * grown + gapInColumn, stack.length > 0 ? -gapInColumn : 0);
}

function widthOf(stack: readonly Item[]): number {
  return Math.max(0, ...stack.map((item) => item.w));
}

function standsAlone(estate: Estate, serverId: string): boolean {
  const server = estate.servers.find((one) => one.id === serverId);
  return !server || isDataServer(server, estate.databases);
}

function moved(unit: UnitBox, dx: number, dy: number): UnitBox {
  const sections = unit.sections.map((section) => ({ ...section, x: section.x + dx, y: section.y + dy }));
  return { ...unit, x: unit.x + dx, y: unit.y + dy, sections };
}

/** The strip under a database's node that is its server. */
function chassis(node: Node, estate: Estate, h: number): UnitBox {
  const server = estate.databases.find((one) => one.id === node.id)?.server ?? node.id;
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

type Nodes = Pick<Layout, 'users' | 'names' | 'fronts' | 'balancers' | 'units' | 'caches' | 'databases' | 'replicas' | 'junction' | 'stations'>;

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
  const entry = (id: string): Station | undefined => stations.get(id) ?? role(id, 'web', 'app');
  const outer = estate.balancers.filter((one) => one.tier !== 'inner');
  const origins = outer.length > 0 ? outer.map((one) => one.id) : entries;
  const usual = nodes.fronts.length > 0 ? nodes.fronts.map((node) => node.id) : origins;
  const doors = estate.dns.length > 0 ? estate.dns.flatMap((name) => name.targets) : usual;
  for (const user of nodes.users) for (const door of doors) join('users', user.id, door, stations.get(`users/${user.id}`), entry(door));
  for (const one of nodes.fronts) for (const to of origins) join('users', one.id, to, stations.get(one.id), entry(to));
  const lowest = nodes.users.at(-1);
  if (lowest) for (const name of nodes.names) edges.push({ kind: 'ask', from: lowest.id, to: name.id, way: between(lowest, name) });
  const inner = estate.balancers.filter((one) => !outer.includes(one));
  for (const one of inner) for (const server of entries) if (!stations.has(`${server}/app`)) join('data', server, one.id, role(server, 'web'), stations.get(one.id));
  for (const balancer of estate.balancers)
    for (const target of balancer.targets)
      join('target', balancer.id, target.server, stations.get(balancer.id), role(target.server, ...(inner.includes(balancer) ? ['app'] : ['web', 'app', 'db'])));

  const callers = estate.servers.filter((server) => hasRole(server, 'app') && !hasRole(server, 'db'));
  for (const server of callers)
    for (const to of nodes.caches.length > 0 ? nodes.caches : nodes.databases)
      join('data', server.id, to.id, role(server.id, 'app'), stations.get(to.id));
  for (const from of nodes.caches) for (const to of nodes.databases) join('data', from.id, to.id, stations.get(from.id), stations.get(to.id));
  for (const database of estate.databases) {
    const primary = nodes.databases.find((node) => node.id === database.id);
    for (const node of nodes.replicas.filter((one) => database.nodes.some((each) => each.server === one.id))) {
      if (primary) edges.push({ kind: 'copy', from: database.id, to: node.id, way: primary.y < node.y ? between(primary, node) : between(node, primary) });
      if (!database.replicaReads) continue;
      if (nodes.caches.length > 0) for (const from of nodes.caches) join('data', from.id, node.id, stations.get(from.id), stations.get(`${node.id}/db`));
      else for (const server of callers) join('data', server.id, node.id, role(server.id, 'app'), stations.get(`${node.id}/db`));
    }
  }
  if (junction && nodes.databases.length > 0) edges.push({ kind: 'data', from: '', to: '', way: pastCaches(junction) });
  return edges;
}

/** Straight down from one node to the one below it. */
function between(upper: Node, lower: Node): Way {
  const x = lower.x + lower.w / 2;
  return through([x, upper.y + upper.h, x, lower.y]);
}
