/**
 * How full the bar of a backlog is, 0–1: each tenfold takes as much of it again, so that ten messages show, and ten thousand of
 * a hundred thousand leave room.
 */
export function fillOf(waiting: number, limit: number): number {
  return limit > 0 ? Math.min(1, Math.log1p(Math.max(0, waiting)) / Math.log1p(limit)) : 0;
}
