import type { ClassView } from '../../wire';
import type { State } from '../kind';
import { sum } from '../sum';

/** All users together, whatever they ask for. */
export const usersId = 'users';

export const state: State<readonly ClassView[]> = {
  find: (world) => (world.classes.length > 0 ? [{ id: usersId, view: world.classes }] : []),
  stage: () => 'users',
  figures: (view) => ({
    requests: sum(view.map((users) => users.offeredPerSecond)),
    errors: sum(view.map((users) => users.failedPerSecond)),
    p95: Math.max(0, ...view.map((users) => users.latency.p95)),
  }),
};

/** A class's own, in the picture. */
export function nameOf(id: string): string {
  return `${usersId}/${id}`;
}
