import { expect, test } from 'vitest';
import { frame, rack, server } from './frames.fixture';
import { LevelLine } from './level-line';
import { World, type Kept } from './world';

const kept: readonly Kept[] = [{ list: 'racks', shape: () => [] }, { list: 'servers', shape: () => [] }];

function running(): World {
  const world = new World(kept);
  world.apply(frame({ full: true, tick: 10, racks: [rack('r1')], servers: [server('web-1', 'r1', 0)] }));
  return world;
}

test('a delta applies on top of exactly the tick it follows', () => {
  const world = running();
  const hot = { ...server('web-1', 'r1', 0), cpu: 0.9 };
  expect(world.apply(frame({ tick: 11, previous: 10, servers: [hot] }))).toBe('applied');
  expect(world.of('servers').get('web-1')).toBe(hot);
  expect(world.tick).toBe(11);
});

test('a delta after a gap changes nothing and says so', () => {
  const world = running();
  expect(world.apply(frame({ tick: 13, previous: 12, gone: ['web-1'] }))).toBe('gap');
  expect([world.tick, [...world.of('servers').keys()]]).toEqual([10, ['web-1']]);
});

test('a delta before any full frame asks for one', () => {
  expect(new World(kept).apply(frame({ tick: 5, previous: 4 }))).toBe('gap');
});

test('old deltas and deltas of another team are ignored', () => {
  const world = running();
  expect(world.apply(frame({ tick: 10, previous: 9 }))).toBe('ignored');
  expect(world.apply(frame({ tick: 11, previous: 10, team: 'other' }))).toBe('ignored');
});

test('components that are gone leave, and the shape of the world changes', () => {
  const world = running();
  const before = world.shape;
  world.apply(frame({ tick: 11, previous: 10, gone: ['web-1'] }));
  expect([...world.of('servers').keys()]).toEqual([]);
  expect(world.shape).toBe(before + 1);
});

test('what applies to a component is kept until it changes or the component is gone', () => {
  const world = running();
  const told = [{ id: 'web-1', actions: ['stop-server'] }, { id: 'users', actions: [] }];
  world.apply(frame({ tick: 11, previous: 10, applies: told }));
  world.apply(frame({ tick: 12, previous: 11, applies: [{ id: 'users', actions: ['set-feature'] }] }));
  expect([...world.applies]).toEqual([['web-1', ['stop-server']], ['users', ['set-feature']]]);
  world.apply(frame({ tick: 13, previous: 12, gone: ['web-1'] }));
  expect([...world.applies.keys()]).toEqual(['users']);
});

test('a changed view alone does not change the shape', () => {
  const world = running();
  const before = world.shape;
  world.apply(frame({ tick: 11, previous: 10, servers: [server('web-1', 'r1', 0)] }));
  expect(world.shape).toBe(before);
});

test('a full frame replaces everything, even with a much older tick', () => {
  const world = running();
  world.apply(frame({ full: true, tick: 100 }));
  expect(world.apply(frame({ full: true, tick: 4, racks: [rack('r2')] }))).toBe('applied');
  expect([world.tick, [...world.of('racks').keys()], [...world.of('servers').keys()]]).toEqual([4, ['r2'], []]);
});

test('a full frame that is a little older comes late and is ignored', () => {
  const world = running();
  expect(world.apply(frame({ full: true, tick: 9, racks: [] }))).toBe('ignored');
  expect([world.tick, [...world.of('racks').keys()]]).toEqual([10, ['r1']]);
  expect(world.apply(frame({ full: true, tick: 9, team: 'other' }))).toBe('applied');
});

test('alerts and score stay when a frame leaves them out', () => {
  const world = running();
  const score = { total: 900, lines: [] };
  world.apply(frame({ tick: 11, previous: 10, timeMs: 10_000, score }));
  world.apply(frame({ tick: 12, previous: 11, timeMs: 20_000, score: { total: 880, lines: [] } }));
  world.apply(frame({ tick: 13, previous: 12 }));
  expect([world.score?.total, world.scoreChange]).toEqual([880, -20]);
});

test('the level line keeps one point a second and thins out when full', () => {
  const line = new LevelLine();
  for (let timeMs = 0; timeMs <= 601_000; timeMs += 250) line.add(timeMs, 1);
  expect(line.times.slice(0, 3)).toEqual([0, 2000, 4000]);
  expect(line.times.length).toBeLessThan(310);
});

test('the score is compared with that of half a minute ago, once it has settled', () => {
  const world = new World(kept);
  const totals = [[0, 0], [4000, 800], [6000, 850], [30_000, 840], [60_000, 860]] as const;
  const changes = totals.map(([timeMs, total], tick) => {
    world.apply(frame({ full: tick === 0, tick, previous: tick - 1, timeMs, score: { total, lines: [] } }));
    return world.scoreChange;
  });
  expect(changes).toEqual([0, 0, 0, -10, 20]);
});
