import type { ClassView } from '../../wire';
import type { World } from '../../world/world';
import type { State } from '../kind';
import { sum } from '../sum';

/** All users together, whatever they ask for. */
export const usersId = 'users';

export const state: State<readonly ClassView[]> = {
  find: (world) => (world.classes.length > 0 ? [{ id: usersId, view: usersIn(world) }] : []),
  stage: () => 'users',
  figures: (view) => ({
    requests: sum(view.map((users) => users.offeredPerSecond)),
    errors: sum(view.map((users) => users.failedPerSecond)),
    p95: Math.max(0, ...view.map((users) => users.latency.p95)),
    ...Object.fromEntries(view.map((users) => [p95Of(users.id), users.latency.p95])),
  }),
};

/** A class's own figure. */
export function p95Of(users: string): string {
  return `p95/${users}`;
}

/** Classes somebody waits for; jobs come out of a queue. */
export function usersIn(world: World): readonly ClassView[] {
  const jobs = new Set(world.list('queues').flatMap((queue) => queue.jobs));
  return world.classes.filter((one) => !jobs.has(one.id));
}

/** A class's own, in the picture. */
export function nameOf(id: string): string {
  return `${usersId}/${id}`;
}
