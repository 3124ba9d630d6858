import { expect, test } from 'vitest';
import { placeAt } from './place';

/** The place of the bar. */
function at(text: string) {
  const bar = text.indexOf('|');
  const place = placeAt(text.replace('|', ''), bar);
  return { path: place.path, key: place.key };
}

const head = 'id: mine\nscenario: one-server\nsteps:\n';

test('keys and values at the top', () => {
  expect(at('id: mine\nsc|')).toEqual({ path: [], key: null });
  expect(at('id: mine\nscenario: o|')).toEqual({ path: [], key: 'scenario' });
});

test('keys and values of a step in braces', () => {
  expect(at(`${head}  - {at: 2s, ac|`)).toEqual({ path: ['steps'], key: null });
  expect(at(`${head}  - {at: 2s, action: re|}`)).toEqual({ path: ['steps'], key: 'action' });
  expect(at(`${head}  - {when: {met|`)).toEqual({ path: ['steps', 'when'], key: null });
  expect(at(`${head}  - {when: {metric: |}, action: x}`)).toEqual({ path: ['steps', 'when'], key: 'metric' });
  expect(at(`${head}  - {when: {metric: cpu, above: 1}, action: |`)).toEqual({ path: ['steps'], key: 'action' });
  expect(at(`${head}  - {args: {role: app}, t|`)).toEqual({ path: ['steps'], key: null });
});

test('keys and values of a step in lines', () => {
  expect(at(`${head}  - at: 2s\n    ac|`)).toEqual({ path: ['steps'], key: null });
  expect(at(`${head}  - at: 2s\n    action: re|`)).toEqual({ path: ['steps'], key: 'action' });
  expect(at(`${head}  - at: 2s\n    args:\n      ro|`)).toEqual({ path: ['steps', 'args'], key: null });
  expect(at(`${head}- {ac|`)).toEqual({ path: ['steps'], key: null });
});

test('the step around the place is known', () => {
  const text = `${head}  - {action: change-threads, target: server-1, args: {`;
  expect(placeAt(text, text.length).step).toMatchObject({ action: 'change-threads', target: 'server-1' });
  const block = `${head}  - action: restart-server\n    target: `;
  expect(placeAt(block, block.length).step).toMatchObject({ action: 'restart-server' });
});
