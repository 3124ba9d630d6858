import { kinds } from '../kinds';
import { columns, type Column, type Item, type Node, type Tower } from '../kinds/place';
import type { World } from '../world/world';

/** An item, and the kind that draws it. */
interface Wish extends Item {
  readonly kind: string;
}

/** What stands one above another in a column: single components, or racks. */
export interface Pile {
  readonly column: Column;
  readonly towers: readonly Tower[];
  /** Racks grow with what they hold; what stands beside them may be drawn larger. */
  readonly grows: boolean;
}

/** The racks of a tier. */
export type Racks = Pick<Pile, 'column' | 'towers'>;

/** Components that stand by themselves, so many times as high as usual. */
export function pilesOf(world: World, high: number): readonly Pile[] {
  const piles = new Map<Column, readonly Tower[]>();
  const put = (column: Column, wish: Wish): void => void piles.set(column, [...(piles.get(column) ?? []), towerOf(wish, high)]);
  const wishes = kinds.flatMap((kind) => (kind.items?.(world) ?? []).map((item) => ({ ...item, kind: kind.noun })));
  const [settled, others] = [wishes.filter((one) => one.at.length === 1), wishes.filter((one) => one.at.length > 1)];
  for (const wish of settled) put(wish.at[0] ?? 'users', wish);
  const taken = new Set(piles.keys());
  for (const wish of others) put(wish.at.find((column) => taken.has(column)) ?? wish.at.at(-1) ?? 'users', wish);
  return [...piles].map(([column, towers]) => ({ column, towers, grows: true }));
}

function towerOf({ kind, id, name = id, stage, w, h: usual }: Wish, high: number): Tower {
  const h = usual * high;
  const node: Node = { kind, id, name, stage, layer: 'box', x: 0, y: 0, w, h, sections: [] };
  return { w, h, nodes: [node] };
}

/** Racks of a tier, in so many piles beside each other, in their order. */
export function split({ column, towers }: Racks, count: number): readonly Pile[] {
  return Array.from({ length: count }, (_, pile) => ({
    column,
    towers: towers.filter((_, at) => Math.floor((at * count) / towers.length) === pile),
    grows: false,
  }));
}

/** From left to right; those of one column as they come. */
export function inOrder(piles: readonly Pile[]): readonly Pile[] {
  return columns.flatMap((column) => piles.filter((pile) => pile.column === column));
}
