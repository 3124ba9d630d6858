import { expect, test } from 'vitest';
import { choicesIn, isOvertaken, started } from './form';

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
