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
  expect(world.apply(frame({ tick: 13, previous: 12 }))).toBe('gap');
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
  world.apply(frame({ tick: 11, previous: 10, racks: [rack('r1')] }));
  expect([...world.of('servers').keys()]).toEqual([]);
  expect(world.shape).toBe(before + 1);
});

test('what applies to a component is what the latest frame says', () => {
  const world = running();
  const told = [{ id: 'web-1', actions: ['stop-server'] }, { id: 'users', actions: [] }];
  world.apply(frame({ tick: 11, previous: 10, applies: told }));
  expect([...world.applies.keys()]).toEqual(['web-1', 'users']);
  world.apply(frame({ tick: 12, previous: 11, applies: [{ id: 'users', actions: ['set-feature'] }] }));
  expect([...world.applies]).toEqual([['users', ['set-feature']]]);
});

test('a changed view alone does not change the shape', () => {
  const world = running();
  const before = world.shape;
  world.apply(frame({ tick: 11, previous: 10, racks: [rack('r1')], servers: [server('web-1', 'r1', 0)] }));
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
