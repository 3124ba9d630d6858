import type { Colors } from '../drawing/colors';
import type { Sketch } from '../drawing/sketch';
import { componentsOf, priceOf } from '../kinds';
import type { Node } from '../kinds/place';
import { money, percent } from '../language/figures';
import type { Tags } from '../world/selection.svelte';
import type { World } from '../world/world';
import type { Losses } from './losses';

export type { Tags };

/** About the width of a character. */
const letterPixels = 6.6;

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

/** A word on a component, in its upper right corner; one for each component, on the first box that stands for it. */
export function drawTags(
  sketch: Sketch, nodes: readonly Node[], texts: ReadonlyMap<string, string>, s: number, color: number, colors: Colors,
): void {
  const said = new Set<string>();
  sketch.begin();
  for (const node of nodes) {
    const text = texts.get(node.id);
    if (text === undefined || said.has(node.id)) continue;
    said.add(node.id);
    const w = text.length * letterPixels + 12;
    const [x, y] = [(node.x + node.w) * s - w + 4, node.y * s - 11];
    sketch.g.roundRect(x, y, w, 18, 5).fill(colors.ground).stroke({ width: 1.5, color });
    sketch.text(text, x + w / 2, y + 1, { size: 11, color, bold: true, align: 'center' });
  }
  sketch.end();
}
