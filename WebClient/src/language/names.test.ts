import { expect, test } from 'vitest';
import { asName } from './names';

test('letters typed in parts are put together', () => {
  expect(asName(' Zoe\u0308 ')).toBe('Zo\u00eb');
  expect(asName('\u1100\u1161\u11a8')).toBe('각');
});
