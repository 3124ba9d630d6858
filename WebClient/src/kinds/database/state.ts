import type { DatabaseNodeView, DatabaseView } from '../../wire';
import type { World } from '../../world/world';
import type { Code, State } from '../kind';

export const state: State<DatabaseView> = {
  list: 'databases',
  shape: (view) => [view.server, ...view.nodes.map((node) => node.server)],
  stage: () => 'data',
  state: codeOf,
  figures: (view) => ({
    requests: view.requestsPerSecond,
    errors: view.errorsPerSecond,
    ...view.latency,
    connections: view.connections,
    lockWaiters: view.lockWaiters,
    deadlocks: view.deadlocksPerSecond,
    busy: view.busySlots,
    queue: view.slotQueue,
  }),
};

function codeOf(view: DatabaseView): Code | null {
  if (view.promoting !== '') return { family: 'database', code: 'failing-over' };
  return primaryOf(view)?.up === false ? { family: 'database', code: 'down' } : null;
}

export function primaryOf(view: DatabaseView): DatabaseNodeView | undefined {
  return view.nodes.find((node) => node.server === view.server);
}

/** The database that has a node on a server. */
export function databaseOn(server: string, world: World): DatabaseView | null {
  const has = (one: DatabaseView): boolean => one.server === server || one.nodes.some((node) => node.server === server);
  return world.list('databases').find(has) ?? null;
}
