import { expect, test } from 'vitest';
import en from '../../messages/en.json';
import ko from '../../messages/ko.json';
import type { Sketch } from '../drawing/sketch';
import { colorsOf } from '../drawing/colors';
import type { Look } from '../drawing/look';
import { layOut } from '../picture/layout';
import { balancer, cache, certificate, database, dns, frame, queue, rack, server, users } from '../world/frames.fixture';
import type { World } from '../world/world';
import { componentsOf, kindOf, kinds, newWorld } from '.';

/** One of every kind that stands in the picture. */
function everything(): World {
  const world = newWorld();
  world.apply(frame({
    full: true,
    classes: [users('browse')],
    racks: [rack('front'), rack('back'), rack('data')],
    servers: [
      server('web-1', 'front', 0), server('worker-1', 'back', 0, ['worker']),
      ...['db-1', 'db-2'].map((id, at) => server(id, 'data', at, ['db'])),
    ],
    balancers: [{ ...balancer('lb', ['web-1']), tls: { cores: 2, busy: 1, queue: 3, handshakesPerSecond: 5, limit: 0 } }],
    caches: [cache('edge', 'edge'), { ...cache('cache'), hitRatio: 0.5 }],
    databases: [database('db', 'db-1', 'db-2')],
    dns: [dns('name', 'edge')],
    certificates: [certificate('certificate')],
    queues: [{
      ...queue('jobs'), waiting: 10_000, inFlight: 8, dead: 3, ageSeconds: 95, paused: true, fullUntilMs: 30_000,
    }],
  }));
  return world;
}

function lookAt(world: World, scale: number): Look {
  return {
    colors: colorsOf('dark'),
    scale,
    timeMs: world.timeMs,
    versionColor: () => 0,
    classColor: () => 0,
    classTitle: (id) => id,
    progress: () => 0.5,
    words: (_, code) => code,
    isPending: () => true,
  };
}

/** Takes every stroke, and keeps the texts. */
function paper(): { readonly sketch: Sketch; readonly texts: string[] } {
  const texts: string[] = [];
  const g: unknown = new Proxy({}, { get: () => () => g });
  const sketch = { g, begin() {}, end() {}, text: (text: string) => void texts.push(text) };
  return { sketch: sketch as unknown as Sketch, texts };
}

test('every kind has its name in both languages', () => {
  for (const { noun } of kinds) for (const texts of [en, ko]) expect(texts).toHaveProperty(`kind_${noun}`);
});

test('no two kinds have one name or read one list of a frame', () => {
  for (const all of [kinds.map((kind) => kind.noun), kinds.flatMap((kind) => kind.list ?? [])])
    expect(all).toEqual([...new Set(all)]);
});

test('components stand in the order a request meets them', () => {
  expect(componentsOf(everything()).map((one) => one.id)).toEqual([
    'users', 'name', 'certificate', 'edge', 'lb', 'web-1', 'worker-1', 'db-1', 'db-2', 'cache', 'jobs', 'db',
    'front', 'back', 'data',
  ]);
});

test.each([0.2, 0.5, 1, 3])('at scale %d every box of the picture is drawn, near ones with their names', (scale) => {
  const world = everything();
  for (const node of layOut(world, 1.8).nodes) {
    const { sketch, texts } = paper();
    const drawing = kindOf(node.kind).draw?.(node, world, lookAt(world, scale));
    drawing?.on(sketch);
    expect(drawing, node.name).toBeTruthy();
    if (scale >= 1 && node.kind !== 'database') expect(texts, node.name).toContain(node.kind === 'users' ? 'browse' : node.id);
  }
});
