import type { Sketch } from '../drawing/sketch';
import { componentsOf, kindOf, priceOf } from '../kinds';
import type { Node } from '../kinds/place';
import { money, percent } from '../language/figures';
import type { Tags } from '../world/selection.svelte';
import type { World } from '../world/world';
import type { Losses } from './losses';

export type { Tags };

/** About the width of a character. */
const letterPixels = 6.6;

/** What a component's name takes where a tag stands in its row. */
const namePixels = 84;

interface Ink {
  readonly color: number;
  readonly ground: number;
}

type Words = (family: string, code: string) => string;

export function textsOf(shown: Tags, world: World, losses: Losses, words: Words): ReadonlyMap<string, string> {
  if (shown === 'none') return new Map();
  if (shown === 'losses') {
    const lost = [...losses.lately(world.timeMs)];
    return new Map(lost.map(([id, { share, cause }]) => [id, `✕ ${percent(share)} ${words('cause', cause)}`]));
  }
  const priced = componentsOf(world).filter((one) => priceOf(one) > 0);
  return new Map(priced.map((one) => [one.id, `${money(priceOf(one))}/h`]));
}

/**
 * A word on a component, at its upper right corner, left of what must stay legible there; one for each component, on the first
 * box that stands for it.
 */
export function drawTags(
  sketch: Sketch, nodes: readonly Node[], texts: ReadonlyMap<string, string>, world: World, s: number, ink: Ink,
): void {
  const said = new Set<string>();
  const { color, ground } = ink;
  sketch.begin();
  for (const node of texts.size > 0 ? nodes : []) {
    if (!texts.has(node.id) || said.has(node.id)) continue;
    said.add(node.id);
    const aside = kindOf(node.kind).aside?.(node, world, s) ?? 0;
    const text = fitting(texts.get(node.id) ?? '', aside > 0 ? node.w * s - aside - namePixels : Infinity);
    const w = widthOf(text);
    const [x, y] = aside > 0
      ? [Math.max(node.x * s, (node.x + node.w) * s - aside - w), node.y * s + 2]
      : [(node.x + node.w) * s - w + 4, node.y * s - 11];
    sketch.g.roundRect(x, y, w, 17, 5).fill(ground).stroke({ width: 1.5, color });
    sketch.text(text, x + w / 2, y + 1, { size: 11, color, bold: true, align: 'center' });
  }
  sketch.end();
}

/** Where there is not room for all of it, its figure. */
function fitting(text: string, room: number): string {
  return widthOf(text) <= room ? text : text.split(' ').slice(0, 2).join(' ');
}

function widthOf(text: string): number {
  return text.length * letterPixels + 12;
}
