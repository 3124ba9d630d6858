import type { RoleView, ServerView } from '../wire';

/** Since when a server's roles have held requests and answered none. */
export class Quiet {
  readonly #sinceMs = new Map<string, number>();

  take(servers: readonly ServerView[], timeMs: number): void {
    const there = new Set<string>();
    for (const { id, roles } of servers) {
      for (const role of roles) {
        if (!isQuiet(role)) continue;
        const key = `${id}/${role.role}`;
        there.add(key);
        if (!this.#sinceMs.has(key)) this.#sinceMs.set(key, timeMs);
      }
    }
    for (const key of this.#sinceMs.keys()) if (!there.has(key)) this.#sinceMs.delete(key);
  }

  /** Null: it answers, or has nothing to answer. */
  since(server: string, role: string): number | null {
    return this.#sinceMs.get(`${server}/${role}`) ?? null;
  }

  clear(): void {
    this.#sinceMs.clear();
  }
}

/** No request was answered in the last second, though some are there; of a database, its own state says more. */
function isQuiet({ role, busy, latency }: RoleView): boolean {
  return role !== 'db' && latency.p99 === 0 && busy.some((threads) => threads > 0);
}
