import { expect, test } from 'vitest';
import type { EventView } from '../wire';
import { undoable } from './undoable';

const event = (command: string, change: Partial<EventView> = {}): EventView => ({
  timeMs: 0, kind: 'command', code: 'x', component: 'cache', player: 'Ada', command, text: { code: 'x', args: [] },
  undo: { action: 'set-ttl', target: 'cache', args: { seconds: '60' } }, undoes: null, beside: null, ...change,
});

test('what was done can be taken back until it has been', () => {
  const done = [event('a'), event('b', { undo: null }), event('c', { kind: 'refused' }), event('d')];
  expect(undoable(done).map((one) => one.command)).toEqual(['a', 'd']);
  expect(undoable([...done, event('e', { undoes: 'a' })]).map((one) => one.command)).toEqual(['d', 'e']);
});
