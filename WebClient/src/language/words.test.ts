import { expect, test } from 'vitest';
import { wordsOfParameter } from './words';

test('a parameter is called as its action wants it, else by its name, else as it is written', () => {
  const said = [['redrive-queue', 'rate'], ['warm-cache', 'rate'], ['warm-cache', 'no-such']] as const;
  expect(said.map(([action, name]) => wordsOfParameter(action, name))).toEqual([
    'Messages/s (0: all at once)', 'Requests/s', 'no-such',
  ]);
});
