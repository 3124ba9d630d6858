import { expect, test } from 'vitest';
import { along, contains } from '../drawing/geometry';
import { newWorld } from '../kinds';
import { balancer, dns, frame, rack, server, users } from '../world/frames.fixture';
import { layOut } from './layout';
import { wayThrough } from './ways';

test('a way to a server that a name leads to itself goes past the balancer', () => {
  const names = ['web-0', 'web-1', 'web-2'];
  const world = newWorld();
  world.apply(frame({
    full: true,
    classes: [users('browse'), users('buy')],
    racks: [rack('old', 2), rack('new', 4)],
    servers: [server('old-1', 'old', 0), ...names.map((name, at) => server(name, 'new', at))],
    balancers: [balancer('lb', names)],
    dns: [dns('dns', 'old-1', 'lb')],
  }));
  const layout = layOut(world, 930 / 510);
  const door = layout.nodes.find((node) => node.kind === 'balancer');
  const ways = layout.edges.filter((edge) => edge.kind === 'users' && edge.to === 'old-1').map((edge) => edge.way);
  expect(ways.length).toBe(2);
  for (const way of ways)
    for (let step = 0; step <= 100; step++) {
      const { x, y } = along(way, step / 100, { x: 0, y: 0 });
      expect(door !== undefined && contains(door, x, y), `${x} ${y}`).toBe(false);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(layout.height);
    }
});

test('who is followed walks from the middle of one station to the middle of the next, past those that are not there', () => {
  const world = newWorld();
  world.apply(frame({
    full: true, classes: [users('browse')], racks: [rack('r', 2)], servers: [server('web-1', 'r', 0)],
    balancers: [balancer('lb', ['web-1'])],
  }));
  const layout = layOut(world, 930 / 510);
  const middle = (name: string): readonly number[] => {
    const { x, y, w, h } = layout.stations.get(name)?.work ?? { x: 0, y: 0, w: 0, h: 0 };
    return [x + w / 2, y + h / 2];
  };
  const way = wayThrough(['users/browse', 'nobody', 'lb', 'web-1/web'], layout);
  expect([way?.xs[0], way?.ys[0]]).toEqual(middle('users/browse'));
  expect([way?.xs.at(-1), way?.ys.at(-1)]).toEqual(middle('web-1/web'));
  expect(wayThrough(['nobody'], layout)).toBeNull();
});
