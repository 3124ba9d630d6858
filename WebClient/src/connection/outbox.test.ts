import { expect, test } from 'vitest';
import type { CommandRequest, EventView } from '../wire';
import { isPending, Outbox } from './outbox';

const text = { code: 'x', args: [] };
const request = (id: string): CommandRequest => ({ id, action: 'stop-server', target: 'web-1', args: {}, undoes: null });
const outcome = (command: string, kind: EventView['kind']): EventView => ({
  timeMs: 0,
  kind,
  code: 'x',
  component: null,
  player: 'Ada',
  command,
  text,
  undo: null,
  undoes: null,
  beside: null,
});

test('a command stays pending until its own event arrives', () => {
  const outbox = new Outbox();
  outbox.add(request('a'));
  outbox.receipt('a', { tick: 3, refusal: null });
  expect(outbox.settle([outcome('b', 'command')], 4)).toBe(false);
  expect(outbox.all.map((command) => command.state)).toEqual(['logged']);
  expect(outbox.settle([outcome('a', 'command')], 4)).toBe(true);
  expect(outbox.all).toEqual([]);
});

test('what is decided while the drill is paused is sent in its order once it goes on', () => {
  const outbox = new Outbox();
  for (const id of ['a', 'b', 'c']) {
    outbox.add(request(id));
    outbox.hold(id);
  }
  outbox.dismiss('b');
  expect(outbox.all.every(isPending)).toBe(true);
  expect(outbox.unacknowledged).toEqual([]);
  expect(outbox.release().map((one) => one.id)).toEqual(['a', 'c']);
  expect(outbox.all.map((command) => command.state)).toEqual(['sending', 'sending']);
});

test('only commands without a receipt are sent again', () => {
  const outbox = new Outbox();
  outbox.add(request('a'));
  outbox.add(request('b'));
  outbox.receipt('a', { tick: 3, refusal: null });
  expect(outbox.unacknowledged).toEqual([request('b')]);
});

test('a refusal keeps its text until it is dismissed', () => {
  const outbox = new Outbox();
  outbox.add(request('a'));
  outbox.settle([outcome('a', 'refused')], 4);
  expect(outbox.all).toEqual([{ request: request('a'), state: 'refused', tick: 0, text, beside: null, timeMs: 0 }]);
  outbox.dismiss('a');
  expect(outbox.all).toEqual([]);
});

test('a logged command whose event was lost is dropped after a while', () => {
  const outbox = new Outbox();
  outbox.add(request('a'));
  outbox.receipt('a', { tick: 10, refusal: null });
  expect(outbox.settle([], 50)).toBe(false);
  expect(outbox.settle([], 51)).toBe(true);
});

test('who was second is told so where it was done', () => {
  const outbox = new Outbox();
  outbox.add(request('a'));
  outbox.settle([{ ...outcome('a', 'command'), beside: { player: 'Kim', component: 'web-1', sinceMs: 0, text } }], 4);
  expect(outbox.all.map((command) => [command.state, command.text])).toEqual([['told', text]]);
  expect(outbox.all.some(isPending)).toBe(false);
});
