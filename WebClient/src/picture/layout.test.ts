import { expect, test } from 'vitest';
import { contains, type Box } from '../drawing/geometry';
import { newWorld } from '../kinds';
import type { Node } from '../kinds/place';
import type { Frame } from '../wire';
import { balancer, cache, certificate, database, dns, frame, queue, rack, server, users } from '../world/frames.fixture';
import { layOut, type Layout } from './layout';

const aspect = 930 / 510;
const classes = [users('browse'), users('buy')];

type Estate = Partial<Frame>;

function laidOut(estate: Estate): Layout {
  const world = newWorld();
  world.apply(frame({ full: true, ...estate }));
  return layOut(world, aspect);
}

function of(layout: Layout, kind: string): readonly Node[] {
  return layout.nodes.filter((node) => node.kind === kind);
}

function edgesOf(layout: Layout): readonly string[] {
  return layout.edges.map((edge) => `${edge.from}>${edge.to}`);
}

function estate(servers: number, racks = 1): Estate & Pick<Frame, 'servers' | 'databases'> {
  const names = Array.from({ length: servers }, (_, at) => `web-${at}`);
  const web = names.map((name, at) => server(name, `r${at % racks}`, Math.floor(at / racks)));
  return {
    classes,
    racks: [...Array.from({ length: racks }, (_, at) => rack(`r${at}`, 40)), rack('data', 4)],
    servers: [...web, server('db-1', 'data', 0, ['db'])],
    balancers: [balancer('lb', names)],
    caches: [cache('cache')],
    databases: [database('db', 'db-1')],
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** What stands in nothing: racks, and components outside them. */
function boxes(layout: Layout): readonly Node[] {
  const racks = layout.nodes.filter((node) => node.layer === 'frame');
  return layout.nodes.filter((node) => racks.includes(node) || !racks.some((rack) => overlap(rack, node)));
}

test('a request meets users, balancer, rack, cache and database from left to right', () => {
  const layout = laidOut(estate(3));
  const lefts = ['users', 'balancer', 'rack', 'cache', 'database'].map((kind) => of(layout, kind)[0]?.x ?? NaN);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
});

/** Everything there may be in front and behind. */
function rich(servers: number): Estate {
  const plain = estate(servers);
  const data = ['db-1', 'db-2', 'db-3'].map((id, at) => server(id, 'data', at, ['db']));
  return {
    ...plain,
    servers: [...plain.servers.slice(0, servers), ...data],
    balancers: [{ ...balancer('lb', ['web-0']), tls: { cores: 2, busy: 0, queue: 0, handshakesPerSecond: 0, limit: 0 } }],
    caches: [cache('edge', 'edge'), cache('cache')],
    databases: [{ ...database('db', 'db-1', 'db-2', 'db-3'), replicaReads: true }],
    dns: [dns('dns', 'edge')],
    certificates: [certificate('certificate')],
  };
}

test.each([1, 4, 40])('with everything there may be and %i servers nothing overlaps and everything is inside', (count) => {
  const layout = laidOut(rich(count));
  const all = boxes(layout);
  for (const [at, a] of all.entries()) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= layout.width && a.y + a.h <= layout.height).toBe(true);
    for (const b of all.slice(at + 1)) expect(overlap(a, b)).toBe(false);
  }
});

test('users go where their name leads or has led, and the edge goes on to the balancer', () => {
  const pairs = (one: Estate): string[] =>
    laidOut(one).edges.filter((edge) => edge.kind === 'users').map((edge) => `${edge.from}>${edge.to}`);
  expect(pairs(rich(1))).toEqual(['browse>edge', 'buy>edge', 'edge>lb']);
  expect(pairs({ ...rich(1), dns: [dns('dns', 'lb', 'web-0')] })).toEqual([
    'browse>lb', 'browse>web-0', 'buy>lb', 'buy>web-0', 'edge>lb',
  ]);
  expect(pairs({ ...rich(1), dns: [{ ...dns('dns', 'lb'), former: ['web-0'] }] })).toEqual([
    'browse>lb', 'browse>web-0', 'buy>lb', 'buy>web-0', 'edge>lb',
  ]);
  expect(pairs({ ...rich(1), dns: [] })).toEqual(['browse>edge', 'buy>edge', 'edge>lb']);
});

test('a certificate stands where connections end', () => {
  const under = (one: Estate): string | undefined => {
    const layout = laidOut(one);
    const [lock] = of(layout, 'certificate');
    const middle = lock ? lock.x + lock.w / 2 : NaN;
    return layout.nodes.find((node) => node !== lock && middle > node.x && middle < node.x + node.w)?.id;
  };
  expect(under(rich(1))).toBe('edge');
  expect(under({ ...rich(1), caches: [] })).toBe('lb');
});

/** With a queue, and two servers of workers in a rack of their own. */
function withQueue(plain: Estate): Estate {
  const workers = ['worker-1', 'worker-2'].map((id, at) => server(id, 'back', at, ['worker']));
  return {
    ...plain,
    racks: [rack('back'), ...(plain.racks ?? [])],
    servers: [...(plain.servers ?? []), ...workers],
    queues: [queue('jobs')],
  };
}

test('a queue takes jobs from the application and hands them to workers, who ask for data as the application does', () => {
  expect(edgesOf(laidOut(withQueue({ ...estate(1), caches: [] })))).toEqual([
    'browse>lb', 'buy>lb', 'lb>web-0', 'web-0>jobs', 'jobs>worker-1', 'jobs>worker-2',
    'web-0>db', 'worker-1>db', 'worker-2>db',
  ]);
  const cached = edgesOf(laidOut(withQueue(estate(1))));
  expect(cached.filter((edge) => edge.endsWith('>cache'))).toEqual(['web-0>cache', 'worker-1>cache', 'worker-2>cache']);
});

test('neither users nor a balancer reach a worker, not even where nothing else takes them', () => {
  const workers = ['worker-1', 'worker-2'];
  const reaching = (one: Estate): readonly string[] =>
    laidOut(one).edges.filter((edge) => edge.kind !== 'jobs' && workers.includes(edge.to)).map((edge) => edge.from);
  const queued = withQueue(estate(1));
  expect(reaching({ ...queued, balancers: [balancer('lb', ['web-0', ...workers])] })).toEqual([]);
  expect(reaching({ ...queued, balancers: [] })).toEqual([]);
  expect(reaching({ ...queued, balancers: [], dns: [dns('dns', 'worker-1')] })).toEqual([]);
});

test('without an application web servers put jobs into the queue', () => {
  const plain = estate(1);
  const web = withQueue({ ...plain, servers: [server('web-0', 'r0', 0, ['web']), server('db-1', 'data', 0, ['db'])] });
  expect(edgesOf(laidOut(web)).filter((edge) => edge.endsWith('>jobs'))).toEqual(['web-0>jobs']);
});

test.each([1, 4, 40])('with %i servers and a queue nothing overlaps, and workers stand between it and the data', (count) => {
  const layout = laidOut(withQueue(rich(count)));
  const all = boxes(layout);
  for (const [at, a] of all.entries()) for (const b of all.slice(at + 1)) expect(overlap(a, b)).toBe(false);
  const lefts = ['r0', 'jobs', 'back', 'cache', 'data'].map((id) => layout.nodes.find((one) => one.id === id)?.x ?? NaN);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
});

test('workers need no room beside web and application in a unit', () => {
  const width = (one: Estate): number => of(laidOut(one), 'server')[0]?.w ?? NaN;
  expect(width(withQueue(estate(3)))).toBe(width(estate(5)));
});

test('an inner balancer stands between web and application servers', () => {
  const two: Estate = {
    ...estate(1),
    racks: [rack('front'), rack('back'), rack('data')],
    servers: [
      server('web-0', 'front', 0, ['web']), server('app-0', 'back', 0, ['app']), server('db-1', 'data', 0, ['db']),
    ],
    balancers: [balancer('lb', ['web-0']), { ...balancer('inner', ['app-0']), tier: 'inner' }],
  };
  const layout = laidOut(two);
  const x = (id: string): number => layout.nodes.find((one) => one.id === id)?.x ?? NaN;
  const lefts = ['lb', 'web-0', 'inner', 'app-0'].map(x);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  expect(edgesOf(layout).slice(0, 5)).toEqual(['browse>lb', 'buy>lb', 'lb>web-0', 'web-0>inner', 'inner>app-0']);
  for (const [at, a] of boxes(layout).entries()) for (const b of boxes(layout).slice(at + 1)) expect(overlap(a, b)).toBe(false);
});

test('after a failover the nodes keep their places and the replica that was promoted is the database', () => {
  const before = laidOut(rich(1));
  const after = laidOut({ ...rich(1), databases: [{ ...database('db', 'db-1', 'db-2', 'db-3'), server: 'db-2' }] });
  const order = (layout: Layout): string[] =>
    of(layout, 'database').toSorted((a, b) => a.y - b.y).map((node) => node.id);
  expect([order(before), order(after)]).toEqual([['db', 'db-2', 'db-3'], ['db-1', 'db', 'db-3']]);
  expect(after.stations.has('db-1/db')).toBe(true);
  expect(after.stations.get('db-2/db')?.enter).toEqual(after.stations.get('db')?.enter);
});

test.each([1, 2, 4, 9, 40, 190])('with %i servers nothing overlaps and everything is inside', (count) => {
  const layout = laidOut(estate(count, Math.ceil(count / 10)));
  const all = boxes(layout);
  for (const [at, a] of all.entries()) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= layout.width && a.y + a.h <= layout.height).toBe(true);
    for (const b of all.slice(at + 1)) expect(overlap(a, b)).toBe(false);
  }
});

test('servers stand in their rack in the order of their slots', () => {
  const layout = laidOut(estate(3));
  const units = of(layout, 'server').filter((node) => node.id !== 'db-1').toSorted((a, b) => a.y - b.y);
  expect(units.map((node) => node.id)).toEqual(['web-0', 'web-1', 'web-2']);
});

test('a database stands in its server, and that in its rack, after the servers that ask it', () => {
  const layout = laidOut(estate(2));
  const [db, unit, rack, front] = ['db', 'db-1', 'data', 'r0'].map((id) => layout.nodes.find((one) => one.id === id));
  const inside = (a?: Node, b?: Node): boolean => Boolean(a && b && contains(b, a.x, a.y) && contains(b, a.x + a.w, a.y + a.h));
  expect([inside(db, unit), inside(unit, rack)]).toEqual([true, true]);
  expect((front?.x ?? NaN) + (front?.w ?? NaN)).toBeLessThan(rack?.x ?? NaN);
});

test('a rack stands in each column it has servers of', () => {
  const both = { ...estate(2), servers: [server('web-0', 'data', 1), server('db-1', 'data', 0, ['db'])] };
  expect(of(laidOut(both), 'rack').map(({ id }) => id)).toEqual(['data', 'data']);
});

test('without a balancer users connect straight to the server, and a database inside it is a section', () => {
  const alone: Estate = {
    classes,
    racks: [rack('r0')],
    servers: [server('all', 'r0', 0, ['web', 'app', 'db'])],
    databases: [database('db', 'all')],
  };
  const layout = laidOut(alone);
  expect(layout.edges.map((edge) => [edge.from, edge.to])).toEqual([
    ['browse', 'all'],
    ['buy', 'all'],
  ]);
  expect(of(layout, 'server')[0]?.sections.map((section) => section.role)).toEqual(['web', 'app', 'db']);
  expect(of(layout, 'database').map(({ id }) => id)).toEqual(['db']);
  expect(layout.stations.get('db')).toBe(layout.stations.get('all/db'));
});

test('every target has an edge, a miss has a way from the cache to the database, and one leads past the cache', () => {
  const layout = laidOut(estate(2));
  expect(edgesOf(layout)).toEqual([
    'browse>lb', 'buy>lb', 'lb>web-0', 'lb>web-1', 'web-0>cache', 'web-1>cache', 'cache>db', 'web-0>db', 'web-1>db',
  ]);
});

test('many racks spread over columns to fit the viewport', () => {
  const layout = laidOut(estate(190, 10));
  expect(new Set(of(layout, 'rack').map((one) => one.x)).size).toBeGreaterThan(3);
});

test('an empty estate still has a size', () => {
  const layout = laidOut({});
  expect(layout.height).toBeGreaterThan(0);
});
