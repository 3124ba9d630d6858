import type { RoleView, ServerView } from '../../wire';
import type { World } from '../../world/world';

/** Tiers in the order a request meets them. */
export const tiers = ['web', 'app', 'worker', 'db'] as const;

/** Run the application, and call for data. */
const callers: readonly string[] = ['app', 'worker'];

export function hasRole(server: ServerView, role: string): boolean {
  return server.roles.some((one) => one.role === role);
}

/** The role through which requests, or messages, enter a server. */
export function entryOf(server: ServerView): RoleView | undefined {
  const { roles } = server;
  return roles.find(({ role }) => role === 'web') ?? roles.find(({ role }) => role !== 'db') ?? roles[0];
}

/** Which column of servers it stands in: with its first tier. */
export function tierOf(server: ServerView, world: World): 'front' | 'behind' | 'workers' | 'data' {
  const has = (role: string): boolean => hasRole(server, role);
  if (server.roles.length > 0 && server.roles.every((one) => one.role === 'db')) return 'data';
  if (has('web')) return 'front';
  if (has('worker') && !has('app')) return 'workers';
  return world.list('servers').some((one) => hasRole(one, 'web')) ? 'behind' : 'front';
}

/** Servers whose application, or worker, asks for data. */
export function callersIn(world: World): readonly ServerView[] {
  return world.list('servers').filter((server) => callers.some((role) => hasRole(server, role)));
}

/** Where a server's calls for data begin: the first of these there is. */
export function callsFrom(id: string): readonly string[] {
  return callers.map((role) => `${id}/${role}`);
}

/** It is of the version its server runs. */
export function hasVersion(role: string): boolean {
  return callers.includes(role);
}
