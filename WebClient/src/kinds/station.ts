import type { Box, Point } from '../drawing/geometry';

/** A place a request stays at: where it comes in, where it waits, where it is worked on, where it goes out. */
export interface Station {
  readonly id: string;
  /** The box it is part of. */
  readonly at: string;
  readonly enter: Point;
  readonly wait: Box;
  readonly work: Box;
  readonly leave: Point;
  /** Where edges arrive at and leave what it is part of: a role is inside its server, a server inside its rack. */
  readonly left: number;
  readonly right: number;
  /** Where what it is part of begins and ends itself: the server in its rack. */
  readonly own: { readonly left: number; readonly right: number };
}

export type NamedStation = readonly [name: string, station: Station];

/** Width of the queue drawn at a section's door. */
const doorWidth = 16;

/** At a box, or at a section within an outer one. */
export function stationAt(id: string, box: Box, outer: Box = box, at = id): Station {
  const y = outer.y + outer.h / 2;
  const ends = { left: outer.x, right: outer.x + outer.w };
  return {
    id,
    at,
    enter: { x: box === outer ? box.x : box.x + 2, y },
    wait: { x: box.x + 3, y: box.y + box.h * 0.32, w: doorWidth - 4, h: box.h * 0.6 },
    work: { x: box.x + doorWidth + 8, y: box.y + box.h * 0.34, w: Math.max(4, box.w - doorWidth - 18), h: box.h * 0.5 },
    leave: { x: box.x + box.w, y },
    ...ends,
    own: ends,
  };
}
