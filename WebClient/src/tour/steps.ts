import type { HopView, TraceView } from '../wire';

/** One thing that a request meets on its way. */
export interface Step {
  /** Its sentence is the message tour_<id>. */
  readonly id: StepId;
  /** The component that is pointed at. */
  readonly target: string | null;
  /** The idea whose card explains it. */
  readonly idea: string | null;
  /** The request's stay there. */
  readonly hop: HopView | null;
}

export type StepId = 'users' | 'dns' | 'tls' | 'balancer' | 'cache' | 'web' | 'app' | 'db' | 'answer' | 'end';

/** What of a system the tour asks for by name. */
export interface Known {
  readonly dns: readonly string[];
  readonly balancers: readonly string[];
  readonly databases: readonly string[];
}

const ideas: Partial<Record<StepId, string>> = {
  dns: 'dns', tls: 'tls', balancer: 'balancer', cache: 'cache', web: 'tiers', app: 'thread', db: 'tiers', answer: 'load',
};

/** The stations of one request in the order in which it met them, each once. */
export function stepsOf(trace: TraceView, known: Known): readonly Step[] {
  const steps = new Map<StepId, Step>();
  const add = (id: StepId, target: string | null, hop: HopView | null = null): void => {
    if (!steps.has(id)) steps.set(id, { id, target, idea: ideas[id] ?? null, hop });
  };
  add('users', 'users');
  if (known.dns[0] !== undefined) add('dns', known.dns[0]);
  for (const hop of [...trace.hops].sort((a, b) => a.inMs - b.inMs)) {
    if (hop.at === 'tls') add('tls', null, hop);
    else if (hop.role === 'web' || hop.role === 'app') add(hop.role, hop.at, hop);
    else if (hop.role === 'db') add('db', known.databases[0] ?? hop.at, hop);
    else if (hop.role === null && known.balancers.includes(hop.at)) add('balancer', hop.at, hop);
    else if (hop.note === 'hit' || hop.note === 'miss') add('cache', hop.at, hop);
  }
  add('answer', 'users');
  add('end', null);
  return [...steps.values()];
}

/** A request that shows most: it was answered, and it met as many stations as any. */
export function better(one: TraceView | null, other: TraceView): TraceView {
  if (other.outcome !== 'ok') return one ?? other;
  return one === null || one.outcome !== 'ok' || other.hops.length > one.hops.length ? other : one;
}
