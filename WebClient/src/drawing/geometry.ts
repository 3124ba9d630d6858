/** A box in the picture's own units; at scale 1 a unit is a pixel. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A way through the picture: points close together, and how far from its start each of them lies. */
export interface Way {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly far: readonly number[];
}

const curveSteps = 16;

/** A line with level ends: it leaves and arrives horizontally. */
export function curved(x0: number, y0: number, x1: number, y1: number): Way {
  const steps = y0 === y1 ? 1 : curveSteps;
  const middle = (x0 + x1) / 2;
  const corners: number[] = [];
  for (let at = 0; at <= steps; at++) {
    const t = at / steps;
    const rest = 1 - t;
    const near = rest * rest * rest;
    const between = 3 * rest * t;
    const end = t * t * t;
    corners.push(near * x0 + between * middle + end * x1, (near + between * rest) * y0 + (between * t + end) * y1);
  }
  return through(corners);
}

/** Straight from corner to corner: x, y, x, y … */
export function through(corners: readonly number[]): Way {
  const [xs, ys, far]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    const x = corners[at] ?? 0;
    const y = corners[at + 1] ?? 0;
    const last = xs.length - 1;
    const step = last < 0 ? 0 : Math.hypot(x - (xs[last] ?? x), y - (ys[last] ?? y));
    if (last >= 0 && step === 0) continue;
    xs.push(x);
    ys.push(y);
    far.push((far[last] ?? 0) + step);
  }
  return { xs, ys, far };
}

/** One way after the other. */
export function joined(...ways: readonly Way[]): Way {
  return through(ways.flatMap((way) => way.xs.flatMap((x, at) => [x, way.ys[at] ?? 0])));
}

/** The same way from its end. */
export function reversed({ xs, ys }: Way): Way {
  return through(xs.toReversed().flatMap((x, at) => [x, ys[ys.length - 1 - at] ?? 0]));
}

export function lengthOf(way: Way): number {
  return way.far.at(-1) ?? 0;
}

/** Where along the way, t from 0 to 1; writes into `out` so that drawing allocates nothing. */
export function along(way: Way, t: number, out: Point): Point {
  const { xs, ys, far } = way;
  const reached = Math.max(0, Math.min(1, t)) * (far[far.length - 1] ?? 0);
  let [at, last] = [1, far.length - 1];
  while (at < last) {
    const between = (at + last) >> 1;
    if ((far[between] ?? 0) < reached) at = between + 1;
    else last = between;
  }
  const before = far[at - 1] ?? 0;
  const step = (far[at] ?? before) - before;
  const share = step > 0 ? (reached - before) / step : 0;
  const x = xs[at - 1] ?? 0;
  const y = ys[at - 1] ?? 0;
  out.x = x + ((xs[at] ?? x) - x) * share;
  out.y = y + ((ys[at] ?? y) - y) * share;
  return out;
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}
