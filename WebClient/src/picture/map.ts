import type { Box } from '../drawing/geometry';
import type { Node } from '../kinds/place';

/** The whole system, and the part of it that is on the screen, in the picture's own units. */
export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Node[];
  readonly seen: Box;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Eye {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** So much of it may be beyond the screen's edge before anybody needs a map. */
const slack = 4;

/** Null: all of it is on the screen. */
export function mapOf(whole: Size & { readonly nodes: readonly Node[] }, { scale, x, y }: Eye, screen: Size): MapView | null {
  const seen = { x: -x / scale, y: -y / scale, w: screen.width / scale, h: screen.height / scale };
  const all = seen.x <= slack && seen.y <= slack
    && seen.x + seen.w >= whole.width - slack && seen.y + seen.h >= whole.height - slack;
  if (all) return null;
  return { width: whole.width, height: whole.height, boxes: whole.nodes.filter(({ layer }) => layer !== 'part'), seen };
}
