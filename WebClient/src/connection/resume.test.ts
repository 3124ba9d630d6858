import { expect, test } from 'vitest';
import type { SeatAnswer } from '../wire';
import { isGone, resume } from './resume';

const refused = (code: string): SeatAnswer => ({ seat: null, refusal: { code, text: { en: code, ko: code } } });

function server(...codes: readonly string[]): { ask: () => Promise<SeatAnswer>; asked: () => number } {
  let asked = 0;
  return { ask: () => Promise.resolve(refused(codes[asked++]!)), asked: () => asked };
}

test('a seat is asked for again while its drill is being brought back', async () => {
  const { ask, asked } = server('estate-restarting', 'storage-unavailable', 'too-fast', 'seat-unknown');
  const waits: number[] = [];
  const answer = await resume(
    ask,
    () => true,
    (ms) => Promise.resolve(void waits.push(ms)),
  );
  expect(answer.refusal?.code).toBe('seat-unknown');
  expect(asked()).toBe(4);
  expect(waits).toEqual([1000, 1000, 1000]);
});

test('nobody asks on once the drill was left', async () => {
  const { ask, asked } = server('estate-restarting', 'estate-restarting');
  let waits = true;
  await resume(
    ask,
    () => waits,
    () => Promise.resolve(void (waits = false)),
  );
  expect(asked()).toBe(2);
});

test('only a seat that is unknown is gone', () => {
  expect(isGone(refused('seat-unknown'))).toBe(true);
  const others = ['estate-restarting', 'storage-unavailable', 'too-fast', 'internal'];
  expect(others.filter((code) => isGone(refused(code)))).toEqual([]);
});
