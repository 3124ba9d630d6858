import { expect, test } from 'vitest';
import { contains, type Box, type Way } from '../drawing/geometry';
import { componentsOf } from '../kinds';
import type { Node } from '../kinds/place';
import type { Frame } from '../wire';
import { server } from '../world/frames.fixture';
import type { World } from '../world/world';
import { layOut, type Layout } from './layout';
import { inLibrary, library, random, worldOf } from './systems.fixture';

const aspects = [930 / 510, 1400 / 880, 0.8];
const seeds = Array.from({ length: 200 }, (_, at) => at + 1);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function within(inner: Box, outer: Box): boolean {
  return contains(outer, inner.x + 0.01, inner.y + 0.01) && contains(outer, inner.x + inner.w - 0.01, inner.y + inner.h - 0.01);
}

/** Of one layer nothing overlaps; what overlaps otherwise stands in it. */
function overlaps(layout: Layout): string[] {
  const ground = { x: 0, y: 0, w: layout.width, h: layout.height };
  return layout.nodes.flatMap((a, at) => [
    ...(within(a, ground) ? [] : [`${a.name} is outside`]),
    ...layout.nodes.slice(at + 1)
      .filter((b) => overlap(a, b) && (a.layer === b.layer || !(within(a, b) || within(b, a))))
      .map((b) => `${a.name} overlaps ${b.name}`),
  ]);
}

/** Whether any step of a way lies in a box. */
function meets({ xs, ys }: Way, box: Box): boolean {
  for (let at = 1; at < xs.length; at++) {
    const [x, y, dx, dy] = [xs[at - 1]!, ys[at - 1]!, xs[at]! - xs[at - 1]!, ys[at]! - ys[at - 1]!];
    let [from, to] = [0, 1];
    for (const [start, step, low, high] of [[x, dx, box.x, box.x + box.w], [y, dy, box.y, box.y + box.h]] as const) {
      if (step === 0) {
        if (start <= low || start >= high) to = -1;
        continue;
      }
      const [one, other] = [(low - start) / step, (high - start) / step];
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    if (from < to) return true;
  }
  return false;
}

/** Ways through what they neither come from nor go to: what stands in no frame, and what else is in the frames of their ends. */
function strangers({ nodes, edges }: Layout): string[] {
  const frames = nodes.filter((node) => node.layer === 'frame');
  const frameOf = new Map(nodes.map((node) => [node, frames.find((frame) => within(node, frame))]));
  const outer = nodes.filter((node) => node.layer === 'frame' || !frameOf.get(node));
  return edges.flatMap(({ from, to, way }) => {
    const names = [from, to, `users/${from}`];
    const ends = nodes.filter(({ id, name }) => names.includes(id) || names.includes(name));
    const own = new Set(ends.map((end) => frameOf.get(end)));
    const beside = nodes.filter((node) => node.layer === 'box' && frameOf.get(node) && own.has(frameOf.get(node)));
    return [...outer.filter((node) => !own.has(node)), ...beside]
      .filter((node) => meets(way, node) && !ends.some((end) => within(end, node)))
      .map((node) => `${from}>${to} meets ${node.name}`);
  });
}

function check(world: World, name: string, viewports = aspects): void {
  for (const aspect of viewports) {
    const layout = layOut(world, aspect);
    expect(overlaps(layout), name).toEqual([]);
    expect(strangers(layout), name).toEqual([]);
  }
}

test.each(library)('in %s every component is drawn, nothing overlaps and no line runs through a stranger', async (name, url) => {
  const world = await inLibrary(url);
  const drawn = new Set(layOut(world, 1.8).nodes.map(({ id }) => id));
  const missing = componentsOf(world).filter(({ kind, id }) => kind !== 'rollout' && kind !== 'rack' && !drawn.has(id));
  expect(missing.map(({ id }) => id)).toEqual([]);
  check(world, name);
});

test('in 200 random systems of up to 200 components neither', () => {
  for (const seed of seeds) check(worldOf(random(seed)), `seed ${seed}`, [1.8]);
}, 60_000);

/** Where everything stands, from the middle of the picture's height. */
function places({ nodes, height }: Layout): ReadonlyMap<string, Node> {
  return new Map(nodes.map((node) => [node.name, { ...node, y: node.y - height / 2 }]));
}

/** Which column each rack stands in, counted from the left. */
function columnsOf(all: ReadonlyMap<string, Node>): string {
  const racks = [...all.values()].filter(({ layer }) => layer === 'frame');
  const lefts = [...new Set(racks.map(({ x }) => x))].sort((a, b) => a - b);
  return racks.map(({ name, x }) => `${name} ${lefts.indexOf(x)}`).sort().join();
}

test('one server more moves nothing but those in its column, which keep their order', () => {
  let rearranged = 0;
  for (const seed of seeds) {
    const system = random(seed);
    const [first] = system.servers;
    if (!first) continue;
    const added = server('added', first.rack, 999, first.roles.map(({ role }) => role));
    const more: Frame = { ...system, servers: [...system.servers, added] };
    const [before, after] = [layOut(worldOf(system), 1.8), layOut(worldOf(more), 1.8)].map(places);
    if (!before || !after) continue;
    const place = after.get('added') ?? { x: 0, y: 0, w: 0, h: 0 };
    const inColumn = (node: Node | undefined): boolean =>
      node !== undefined && node.x < place.x + place.w && node.x + node.w > place.x;
    const both = [...before].map(([name, node]) => [node, after.get(name)] as const);
    // Now and then servers become smaller, or the racks of a tier spread over other columns.
    const resized = both.some(([a, b]) => !b || a.w !== b.w || (a.layer !== 'frame' && a.h !== b.h));
    if (resized || columnsOf(before) !== columnsOf(after)) {
      rearranged++;
      continue;
    }
    const moved = both.filter(([a, b]) => b && (a.x !== b.x || Math.abs(a.y - b.y) > 0.01)).map(([, b]) => b);
    expect(moved.filter((node) => !inColumn(node)).map((node) => node?.name), `seed ${seed}`).toEqual([]);
    const order = (all: ReadonlyMap<string, Node>): string[] =>
      [...all.values()].filter((node) => node.name !== 'added' && inColumn(node)).sort((a, b) => a.y - b.y)
        .map(({ name }) => name);
    expect(order(after), `seed ${seed}`).toEqual(order(before));
  }
  expect(rearranged).toBeLessThan(seeds.length / 4);
}, 60_000);
