/** What a scenario's small schematic shows. */
export interface Motif {
  readonly balancer: boolean;
  readonly servers: number;
  readonly cache: boolean;
  readonly lock: boolean;
  readonly releases: boolean;
  readonly hot: boolean;
}

/** Guesses the schematic from the words of a scenario's id; the plain fan-out when none is known. */
export function motifOf(id: string): Motif {
  const has = (...words: string[]): boolean => words.some((word) => id.includes(word));
  const single = has('one-server', 'single', 'first', 'only-server');
  return {
    balancer: !single,
    servers: single ? 1 : has('fat', 'scale', 'rack', 'peak') ? 4 : 3,
    cache: has('cache', 'stampede', 'stale'),
    lock: has('lock'),
    releases: has('deploy', 'rollout', 'release', 'blue', 'place', 'version', 'canary'),
    hot: has('thread', 'surge', 'peak', 'storm', 'spike'),
  };
}
