/** A box in the picture's own units; at scale 1 a unit is a pixel. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A line with level ends: it leaves and arrives horizontally. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Where along the curve, t from 0 to 1; writes into `out` so that drawing allocates nothing. */
export function along(curve: Curve, t: number, out: Point): Point {
  const rest = 1 - t;
  const middle = (curve.x0 + curve.x1) / 2;
  const a = rest * rest * rest;
  const b = 3 * rest * rest * t;
  const c = 3 * rest * t * t;
  const d = t * t * t;
  out.x = a * curve.x0 + (b + c) * middle + d * curve.x1;
  out.y = (a + b) * curve.y0 + (c + d) * curve.y1;
  return out;
}

export function curveLength(curve: Curve): number {
  return Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0);
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}
