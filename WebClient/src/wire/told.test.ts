import { expect, test } from 'vitest';
import deltaUrl from '../../../tests/Server.Tests/Golden/Packed/delta.bin?url&inline';
import delta from '../../../tests/Server.Tests/Golden/Packed/delta.json';
import fullUrl from '../../../tests/Server.Tests/Golden/Packed/full.bin?url&inline';
import full from '../../../tests/Server.Tests/Golden/Packed/full.json';
import { Frame } from './generated/frame';
import { codeOf, numberOf } from './packed';
import { differences } from './shape';
import { Told } from './told';

/** Written by the server's tests: a full frame, the delta after it, and what each says. */
const [fullBytes, deltaBytes] = [bytes(fullUrl), bytes(deltaUrl)];

test('a full frame is read as the server says it', async () => {
  const { frame } = await Told.begin(fullBytes);
  expect(frame).toEqual(full);
  expect(differences(frame, Frame, 'frame')).toEqual([]);
});

test('a delta is read as the whole frame it leads to, and what did not change stays itself', async () => {
  const before = await Told.begin(fullBytes);
  const after = before.next(deltaBytes);
  if (!(after instanceof Told)) throw new Error(after);
  expect(after.frame).toEqual(delta);
  expect(differences(after.frame, Frame, 'frame')).toEqual([]);
  expect(after.frame.racks).toBe(before.frame.racks);
  expect(after.frame.servers[0]?.checks).toBe(before.frame.servers[0]?.checks);
});

test('a delta that was read already is over; one that follows on something else shows a gap', async () => {
  const before = await Told.begin(fullBytes);
  const after = before.next(deltaBytes);
  if (!(after instanceof Told)) throw new Error(after);
  expect(after.next(deltaBytes)).toBe('over');
  const another = deltaBytes.slice();
  another[1] = (another[1] ?? 0) ^ 1;
  expect(before.next(another)).toBe('gap');
});

test('numbers are counted in parts, and of large ones only the first figures', () => {
  const exact = { parts: 10, figures: 2 };
  const read = [0, 0.04, 9.94, 12.34, 99.6, 126, 12_400, -126].map((value) => numberOf(codeOf(value, exact), exact));
  expect(read).toEqual([0, 0, 9.9, 12, 100, 130, 12_000, -130]);
  expect(codeOf(10, exact) - codeOf(9.9, exact)).toBe(1);
});

function bytes(url: string): Uint8Array {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
