import { expect, test } from 'vitest';
import { newWorld } from '.';
import type { Frame } from '../wire';
import { balancer, database, dns, frame, rack, server } from '../world/frames.fixture';

/** By how much each of the changes changes the shape; what one leaves out stays. */
function shapesOf(changes: readonly Partial<Frame>[]): readonly number[] {
  const world = newWorld();
  let now: Partial<Frame> = { racks: [rack('r1')], servers: [server('web-1', 'r1', 0)] };
  world.apply(frame({ ...now, full: true, tick: 10 }));
  return changes.map((change, at) => {
    const before = world.shape;
    now = { ...now, ...change };
    world.apply(frame({ ...now, tick: 11 + at, previous: 10 + at }));
    return world.shape - before;
  });
}

test('a name that leads elsewhere, or a database with another primary, changes the shape', () => {
  const name = dns('dns', 'lb');
  const data = database('db', 'db-1', 'db-2');
  const shapes = shapesOf([
    { dns: [name], databases: [data] },
    { dns: [{ ...name, outdated: 3 }], databases: [{ ...data, lagMs: 900 }] },
    { dns: [{ ...name, targets: ['web-1'] }] },
    { databases: [{ ...data, server: 'db-2' }] },
  ]);
  expect(shapes).toEqual([2, 0, 1, 1]);
});

test('a target more, a server in another rack or a node more changes the shape, figures of them do not', () => {
  const lb = balancer('lb', ['web-1']);
  const shapes = shapesOf([
    { balancers: [lb], databases: [database('db', 'db-1')] },
    { balancers: [{ ...lb, targets: lb.targets.map((target) => ({ ...target, weight: 0 })) }] },
    { balancers: [balancer('lb', ['web-1', 'web-2'])] },
    { servers: [server('web-1', 'r2', 0)] },
    { databases: [database('db', 'db-1', 'db-2')] },
  ]);
  expect(shapes).toEqual([2, 0, 1, 1, 1]);
});
