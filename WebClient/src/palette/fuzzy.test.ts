import { expect, test } from 'vitest';
import { fit, search } from './fuzzy';

const actions = ['web-1 · Stop', 'web-1 · Restart', 'web-2 · Restart', 'lb · Detach a server', 'db · Set max connections'];

test('letters in order fit, others do not', () => {
  expect(fit('rst', 'web-1 · Restart')).not.toBeNull();
  expect(fit('xyz', 'web-1 · Restart')).toBeNull();
});

test('the start of words and runs come first', () => {
  expect(search('restart web-2', actions, (text) => text)).toEqual([]);
  expect(search('web-2 res', actions, (text) => text)[0]).toBe('web-2 · Restart');
  expect(search('detach', actions, (text) => text)[0]).toBe('lb · Detach a server');
  expect(search('', actions, (text) => text)).toEqual(actions);
});

test('Korean fits by syllable', () => {
  expect(search('재시', ['web-1 · 중지', 'web-1 · 재시작'], (text) => text)).toEqual(['web-1 · 재시작']);
});
