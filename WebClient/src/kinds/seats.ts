import type { Box, Point } from '../drawing/geometry';

/** Where requests sit at a station, in the order the seats are taken; in the picture's units. */
export interface Seats {
  readonly work: readonly Point[];
  readonly wait: readonly Point[];
  /** Those who wait after their work began; without any they stay where they work. */
  readonly held?: readonly Point[];
}

export type NamedSeats = readonly [station: string, seats: Seats];

/** So far apart, in pixels, dots can be told from each other. */
export const seatPixels = 8;

/** In rows from the left, as many as fit. */
export function rows(box: Box, scale: number): readonly Point[] {
  const step = seatPixels / scale;
  const [across, down] = [Math.max(1, Math.floor(box.w / step)), Math.max(1, Math.floor(box.h / step))];
  return Array.from({ length: across * down }, (_, at) => ({
    x: box.x + box.w / 2 + ((at % across) - (across - 1) / 2) * step,
    y: box.y + box.h / 2 + (Math.floor(at / across) - (down - 1) / 2) * step,
  }));
}

/** Pixels within a drawing, as points of the picture. */
export function placed(points: readonly Point[], { x, y }: Point, scale: number): readonly Point[] {
  return points.map((point) => ({ x: x + point.x / scale, y: y + point.y / scale }));
}
