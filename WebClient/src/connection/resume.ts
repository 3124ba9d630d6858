import type { SeatAnswer } from '../wire';

/** The server, or what it saves to, is being brought back, or it is asked too much: the seat is still ours. */
const passing: readonly string[] = ['estate-restarting', 'storage-unavailable', 'too-fast'];
const pauseMs = 1000;

/** Asks for a seat again until it is known whether it is still there, or nobody waits for it any more. */
export async function resume(
  ask: () => Promise<SeatAnswer>,
  waits: () => boolean,
  pause: (ms: number) => Promise<void> = sleep,
): Promise<SeatAnswer> {
  let answer = await ask();
  while (isPassing(answer) && waits()) {
    await pause(pauseMs);
    answer = await ask();
  }
  return answer;
}

/** Only who knows the seat says that it is gone; whoever cannot tell now leaves it to us. */
export function isGone(answer: SeatAnswer): boolean {
  return answer.seat === null && answer.refusal?.code === 'seat-unknown';
}

function isPassing(answer: SeatAnswer): boolean {
  return answer.refusal !== null && passing.includes(answer.refusal.code);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
