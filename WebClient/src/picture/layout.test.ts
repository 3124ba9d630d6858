import { expect, test } from 'vitest';
import { balancer, database, rack, server } from '../world/frames.fixture';
import type { Estate } from './estate';
import type { Box } from './geometry';
import { layOut, type Layout } from './layout';

const aspect = 930 / 510;
const classes = [{ id: 'browse' }, { id: 'buy' }];

function estate(servers: number, racks = 1): Estate {
  const names = Array.from({ length: servers }, (_, at) => `web-${at}`);
  return {
    classes,
    racks: [...Array.from({ length: racks }, (_, at) => rack(`r${at}`, 40)), rack('data', 4)],
    servers: [...names.map((name, at) => server(name, `r${at % racks}`, Math.floor(at / racks))), server('db-1', 'data', 0, ['db'])],
    balancers: [balancer('lb', names)],
    caches: [{ id: 'cache', capacity: 100, entries: 0, ttlSeconds: 60, hitRatio: 0, requestsPerSecond: 0, evictionsPerSecond: 0 }],
    databases: [database('db', 'db-1')],
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function boxes(layout: Layout): Box[] {
  return [...layout.users, ...layout.balancers, ...layout.racks, ...layout.caches, ...layout.databases];
}

test('a request meets users, balancer, rack, cache and database from left to right', () => {
  const layout = layOut(estate(3), aspect);
  const lefts = [layout.users, layout.balancers, layout.racks, layout.caches, layout.databases].map((all) => all[0]?.x ?? NaN);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
});

test.each([1, 2, 4, 9, 40, 190])('with %i servers nothing overlaps and everything is inside', (count) => {
  const layout = layOut(estate(count, Math.ceil(count / 10)), aspect);
  const all = boxes(layout);
  for (const [at, a] of all.entries()) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= layout.width && a.y + a.h <= layout.height).toBe(true);
    for (const b of all.slice(at + 1)) expect(overlap(a, b)).toBe(false);
  }
  for (const [at, a] of layout.units.entries()) for (const b of layout.units.slice(at + 1)) expect(overlap(a, b)).toBe(false);
});

test('servers stand in their rack in the order of their slots', () => {
  const layout = layOut(estate(3), aspect);
  expect(layout.units.filter((unit) => !unit.slim).map((unit) => unit.id)).toEqual(['web-0', 'web-1', 'web-2']);
});

test('a server that only carries a database stands under it', () => {
  const layout = layOut(estate(2), aspect);
  expect(layout.units.find((unit) => unit.slim)?.id).toBe('db-1');
  expect(layout.racks.map((one) => one.id)).toEqual(['r0']);
});

test('without a balancer users connect straight to the server, and a database inside it is a section', () => {
  const alone: Estate = {
    classes,
    racks: [rack('r0')],
    servers: [server('all', 'r0', 0, ['web', 'app', 'db'])],
    balancers: [],
    caches: [],
    databases: [database('db', 'all')],
  };
  const layout = layOut(alone, aspect);
  expect(layout.edges.map((edge) => [edge.from, edge.to])).toEqual([
    ['browse', 'all'],
    ['buy', 'all'],
  ]);
  expect(layout.units[0]?.sections.map((section) => section.role)).toEqual(['web', 'app', 'db']);
  expect(layout.databases).toEqual([]);
  expect(layout.stations.get('db')).toBe(layout.stations.get('all/db'));
});

test('every target has an edge from its balancer, a miss has a way from the cache to the database, and one leads past the cache', () => {
  const layout = layOut(estate(2), aspect);
  const pairs = layout.edges.map((edge) => `${edge.from}>${edge.to}`);
  expect(pairs).toEqual(['browse>lb', 'buy>lb', 'lb>web-0', 'lb>web-1', 'web-0>cache', 'web-1>cache', 'cache>db', '>']);
});

test('many racks spread over columns to fit the viewport', () => {
  const layout = layOut(estate(190, 10), aspect);
  expect(new Set(layout.racks.map((one) => one.x)).size).toBeGreaterThan(3);
});

test('an empty estate still has a size', () => {
  const layout = layOut({ classes: [], racks: [], servers: [], balancers: [], caches: [], databases: [] }, aspect);
  expect(layout.height).toBeGreaterThan(0);
});
