import { expect, test } from 'vitest';
import { waitBeforeMs } from './backoff';

test('the first attempt is immediate and later ones never wait longer than a second', () => {
  expect([0, 1, 2, 3, 4, 500].map(waitBeforeMs)).toEqual([0, 300, 700, 1000, 1000, 1000]);
});
