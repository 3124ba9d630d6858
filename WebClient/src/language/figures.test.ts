import { expect, test } from 'vitest';
import { clock, duration, level, money, pointInTime, rate, signed } from './figures';

test('clocks show minutes and seconds', () => {
  expect([0, 61_999, 600_000, -5].map(clock)).toEqual(['00:00', '01:01', '10:00', '00:00']);
});

test('rates stay short', () => {
  expect([0, 4.25, 87.6, 1234, 45_600].map(rate)).toEqual(['0', '4.3', '88', '1.2k', '46k']);
});

test('durations pick their unit', () => {
  expect([0, 4.2, 180, 1500, 30_000, 90_000].map(duration)).toEqual(['–', '4.2 ms', '180 ms', '1.5 s', '30 s', '1.5 min']);
});

test('a level is only 100% when it is', () => {
  expect([1, 0.9991, 0.5].map(level)).toEqual(['100%', '99.9%', '50.0%']);
});

test('money and points', () => {
  expect([money(0.5), money(123.4), signed(5), signed(-42), signed(0)]).toEqual(['$0.50', '$123', '+5', '−42', '±0']);
});

test('points in time', () => {
  const times = [90_000, 90 * 86_400_000, -90 * 86_400_000].map(pointInTime);
  expect(times).toEqual(['01:30', '+90 d', '−90 d']);
});
