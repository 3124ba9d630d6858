import { expect, test } from 'vitest';
import type { ParameterSpec } from '../wire';
import { choicesIn, isOvertaken, matters, started, withChosen } from './form';

const fields = [
  { name: 'server', initial: 'a', choices: ['a', 'b'] },
  { name: 'weight', initial: '5', choices: null },
];

test('a form starts from what the server says', () => {
  expect(started(fields, {}, new Set())).toEqual({ server: 'a', weight: '5' });
});

test('what somebody chose or typed over stays, the rest follows', () => {
  expect(started(fields, { server: 'b', weight: '1' }, new Set(['server']))).toEqual({ server: 'b', weight: '5' });
  expect(started(fields, { server: 'b', weight: '7' }, new Set(['server', 'weight']))).toEqual({ server: 'b', weight: '7' });
});

test('an answer to what was asked before something else was chosen is overtaken', () => {
  expect(isOvertaken({}, {})).toBe(false);
  expect(isOvertaken({ server: 'a' }, { server: 'a' })).toBe(false);
  expect(isOvertaken({ server: 'a' }, { server: 'b' })).toBe(true);
});

test('what is typed has no choices', () => {
  expect([choicesIn(fields, 'server'), choicesIn(fields, 'weight'), choicesIn(fields, 'else')]).toEqual([['a', 'b'], null, null]);
});

test('what is chosen stays in its list when it may be chosen no more', () => {
  expect(withChosen(['a', 'b'], 'a')).toEqual(['a', 'b']);
  expect(withChosen(['b'], 'a')).toEqual(['a', 'b']);
  expect([withChosen([], ''), withChosen([], 'a')]).toEqual([[], ['a']]);
});

test('a field shows only where what it depends on shows', () => {
  const spec = (name: string, parameter = '', value = ''): ParameterSpec => ({
    name, kind: 'number', min: 0, max: 1, initial: '0', choices: [], unset: null,
    only: parameter ? { parameter, values: [value] } : null,
  });
  const all = [spec('on'), spec('up', 'on', 'yes'), spec('upServers', 'up', 'max')];
  const shown = (values: Record<string, string>): string[] =>
    all.filter((one) => matters(one, all, values)).map(({ name }) => name);
  expect(shown({ on: 'no', up: 'max' })).toEqual(['on']);
  expect(shown({ on: 'yes', up: 'max' })).toEqual(['on', 'up', 'upServers']);
  expect(shown({ on: 'yes', up: 'off' })).toEqual(['on', 'up']);
});
