import { expect, test } from 'vitest';
import { newWorld } from '..';
import type { EventView } from '../../wire';
import { frame, role, server } from '../../world/frames.fixture';
import { notesOf } from './notes';
import { state } from './state';

const hung = { ...server('web-1', 'rack-1', 0), roles: [{ ...role('app'), busy: [8, 8] }] };
const kill = { kind: 'command', code: 'process-killing', component: 'web-1', timeMs: 12_000 } as EventView;

function worldAt(timeMs: number, events: readonly EventView[] = []) {
  const world = newWorld();
  world.apply(frame({ full: true, tick: 1, timeMs: 10_000, servers: [hung] }));
  world.apply(frame({ tick: 2, previous: 1, timeMs, servers: [hung], events: [...events] }));
  return world;
}

test('a server that holds requests and answers none is not called running', () => {
  expect(state.state?.(hung, worldAt(13_000))?.code).toBe('running');
  expect(state.state?.(hung, worldAt(50_000))?.code).toBe('no-answer');
  expect(notesOf(hung, worldAt(50_000)).map((note) => note.text)).toContainEqual(expect.stringMatching(/no answer for 40 s.*16/));
});

test('it says when killing a process changed nothing', () => {
  const texts = (world = worldAt(50_000)) => notesOf(hung, world).map((note) => note.text).join();
  expect(texts()).not.toContain('killing');
  expect(texts(worldAt(50_000, [kill]))).toContain('killing a process changed nothing');
});
