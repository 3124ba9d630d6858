import type { RoleView, ServerView } from '../../wire';
import type { World } from '../../world/world';

/** Tiers in the order a request meets them. */
export const tiers = ['web', 'app', 'db'] as const;

export function hasRole(server: ServerView, role: string): boolean {
  return server.roles.some((one) => one.role === role);
}

/** The role through which requests enter a server. */
export function entryOf(server: ServerView): RoleView | undefined {
  return server.roles.find((role) => role.role === 'web') ?? server.roles[0];
}

/** A server that only carries a node of a database stands with the data, not with the racks of the front. */
export function isDataServer(server: ServerView, world: World): boolean {
  const carries = world.list('databases').some((database) => database.nodes.some((node) => node.server === server.id));
  return carries && server.roles.every((one) => one.role === 'db');
}

/** Servers whose application asks for data elsewhere. */
export function callersIn(world: World): readonly ServerView[] {
  return world.list('servers').filter((server) => hasRole(server, 'app') && !hasRole(server, 'db'));
}
