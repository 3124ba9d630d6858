import type { RoleView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import { sum } from '../sum';

/** What holds requests for so long without an answer hangs, or is as good as that. */
const silentMs = 5000;

export interface Silence {
  readonly role: RoleView['role'];
  readonly sinceMs: number;
  readonly forMs: number;
  readonly held: number;
}

/** The roles of a server that run and answer nothing. */
export function silencesOf(view: ServerView, world: World): readonly Silence[] {
  if (view.lifecycle !== 'running') return [];
  return view.roles.flatMap(({ role, busy }) => {
    const sinceMs = world.quiet.since(view.id, role);
    const forMs = sinceMs === null ? 0 : world.timeMs - sinceMs;
    return sinceMs !== null && forMs >= silentMs ? [{ role, sinceMs, forMs, held: sum(busy) }] : [];
  });
}

/** Somebody killed one of its processes meanwhile, and it still answers nothing. */
export function outlivedAKill(view: ServerView, silence: Silence, world: World): boolean {
  const settledMs = world.timeMs - silentMs;
  return world.events.some(
    ({ code, component, timeMs }) =>
      code === 'process-killing' && component === view.id && timeMs >= silence.sinceMs && timeMs <= settledMs,
  );
}
