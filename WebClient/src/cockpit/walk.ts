import type { Box } from '../drawing/geometry';

/** Where a component stands. */
interface Place extends Box {
  readonly id: string;
}

const directions: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The nearest component in the direction of an arrow key; straying sideways counts double. */
export function nextInDirection(nodes: readonly Place[], from: string | null, key: string): string | null {
  const way = directions[key];
  const start = nodes.find((node) => node.id === from);
  if (!way) return null;
  if (!start) return nodes[0]?.id ?? null;
  let best: string | null = null;
  let bestFar = Infinity;
  for (const node of nodes) {
    const dx = node.x + node.w / 2 - (start.x + start.w / 2);
    const dy = node.y + node.h / 2 - (start.y + start.h / 2);
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const far = ahead + aside * 2;
    if (ahead > 1 && far < bestFar) {
      best = node.id;
      bestFar = far;
    }
  }
  return best;
}

/**
 * The next component in order; null past either end, so that Tab leaves the picture. One that is drawn in several places, as
 * each class of users is, counts once.
 */
export function nextInOrder(nodes: readonly Pick<Place, 'id'>[], from: string | null, step: 1 | -1): string | null {
  const ids = [...new Set(nodes.map((node) => node.id))];
  if (from === null || !ids.includes(from)) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[ids.indexOf(from) + step] ?? null;
}
