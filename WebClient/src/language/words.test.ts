import { expect, test } from 'vitest';
import { wordsOfParameter, wordsOfUnset } from './words';

test('a parameter is called as its action wants it, else by its name, else as it is written', () => {
  const said = [['redrive-queue', 'rate'], ['warm-cache', 'rate'], ['warm-cache', 'no-such']] as const;
  expect(said.map(([action, name]) => wordsOfParameter(action, name))).toEqual([
    'Messages/s', 'Requests/s', 'no-such',
  ]);
  expect(wordsOfUnset('redrive-queue', 'rate')).toBe('all at once');
  expect(wordsOfUnset('set-rate-limit', 'limit')).toBe('no limit');
});
