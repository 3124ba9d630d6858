import type { EventView, RunView } from '../wire';

/** Where a chart's drawing begins and ends. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the whole time. */
  readonly untilMs: number;
}

export interface Mark {
  readonly number: number;
  readonly event: EventView;
  readonly x: number;
  /** Rows of marks that would stand on one another. */
  readonly row: number;
}

export function xOf(frame: Frame, timeMs: number): number {
  return frame.left + (Math.min(timeMs, frame.untilMs) / frame.untilMs) * (frame.right - frame.left);
}

export function yOf(frame: Frame, share: number): number {
  return frame.bottom - share * (frame.bottom - frame.top);
}

/** A run's service level as the path of an SVG; empty without a point. */
export function pathOf(run: RunView, frame: Frame): string {
  const point = (share: number, at: number): string =>
    `${xOf(frame, (at + 1) * run.stepMs).toFixed(1)} ${yOf(frame, share).toFixed(1)}`;
  return run.levels.map((share, at) => `${at === 0 ? 'M' : 'L'}${point(share, at)}`).join('');
}

/** What was done, numbered in order of time; the first free row for each. */
export function marksOf(moves: readonly EventView[], frame: Frame, width: number, rows: number): readonly Mark[] {
  const taken = Array.from({ length: rows }, () => -Infinity);
  return moves.map((event, at) => {
    const x = xOf(frame, event.timeMs);
    const free = taken.findIndex((end) => end <= x - width);
    const row = free === -1 ? at % rows : free;
    taken[row] = x;
    return { number: at + 1, event, x, row };
  });
}

/** The worst moment. */
export function lowest(run: RunView): { readonly level: number; readonly timeMs: number } {
  const level = Math.min(1, ...run.levels);
  return { level, timeMs: (run.levels.indexOf(level) + 1) * run.stepMs };
}
