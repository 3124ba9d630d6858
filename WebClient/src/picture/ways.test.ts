import { expect, test } from 'vitest';
import { along, contains } from '../drawing/geometry';
import { newWorld } from '../kinds';
import { balancer, dns, frame, rack, server, users } from '../world/frames.fixture';
import { layOut } from './layout';

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
