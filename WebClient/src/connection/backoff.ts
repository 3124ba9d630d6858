/** Waits before each attempt. Short and capped: the seat is back within seconds of the server being back. */
const waitsMs = [0, 300, 700] as const;
const cappedWaitMs = 1000;

/** The wait before the given attempt, counted from 0. */
export function waitBeforeMs(attempt: number): number {
  return waitsMs[attempt] ?? cappedWaitMs;
}
