import { kinds } from '../kinds';
import { columns, type Column, type Item, type Node } from '../kinds/place';
import type { World } from '../world/world';

const gapInColumn = 18;

/** An item, and the kind that draws it. */
interface Wish extends Item {
  readonly kind: string;
}

/** What stands above what in each column that anything stands in. */
export type Stacks = ReadonlyMap<Column, readonly Wish[]>;

export function stacksOf(world: World): Stacks {
  const stacks = new Map<Column, Wish[]>();
  const put = (column: Column, wish: Wish): void => void stacks.set(column, [...(stacks.get(column) ?? []), wish]);
  const wishes = kinds.flatMap((kind) => (kind.items?.(world) ?? []).map((item) => ({ ...item, kind: kind.noun })));
  const [settled, others] = [wishes.filter((one) => one.at.length === 1), wishes.filter((one) => one.at.length > 1)];
  for (const wish of settled) put(wish.at[0] ?? 'users', wish);
  const taken = new Set(stacks.keys());
  for (const wish of others) put(wish.at.find((column) => taken.has(column)) ?? wish.at.at(-1) ?? 'users', wish);
  return new Map(columns.flatMap((column) => (stacks.has(column) ? [[column, stacks.get(column) ?? []]] : [])));
}

export function widthOf(stack: readonly Wish[]): number {
  return Math.max(0, ...stack.map((item) => item.w));
}

function tall(stack: readonly Wish[], grown: number): number {
  return stack.reduce((sum, item) => sum + item.h * grown + gapInColumn, stack.length > 0 ? -gapInColumn : 0);
}

/** Below: room the middle needs besides. */
export function tallest(stacks: Stacks, grown: number, below: number): number {
  return Math.max(0, ...[...stacks].map(([column, stack]) => tall(stack, grown) + (column === 'middle' ? below : 0)));
}

export function placeStack(stack: readonly Wish[], x: number, middle: number, grown: number): readonly Node[] {
  const width = widthOf(stack) * grown;
  let y = middle - tall(stack, grown) / 2;
  return stack.flatMap((item) => {
    const box = { x: x + (width - item.w * grown) / 2, y, w: item.w * grown, h: item.h * grown };
    y += box.h + gapInColumn;
    const { kind, id, name = id, stage } = item;
    return [{ kind, id, name, stage, ...box, slim: false, sections: [] }, ...(item.inside?.(box, grown) ?? [])];
  });
}
