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
  /** The stations it passes to come there, from where it was; '' is the door. */
  readonly way: readonly string[];
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
  const home = `users/${trace.class}`;
  const steps = new Map<StepId, Step>();
  /** Those it has passed since it left home: it goes back through them. */
  let passed: readonly string[] = [home];
  const add = (id: StepId, target: string | null, hop: HopView | null, way: readonly string[]): void => {
    if (!steps.has(id)) steps.set(id, { id, target, idea: ideas[id] ?? null, hop, way });
  };
  const there = (id: StepId, target: string, hop: HopView, station: string): void => {
    if (steps.has(id)) return;
    add(id, target, hop, [passed.at(-1) ?? home, station]);
    passed = [...passed, station];
  };
  add('users', 'users', null, [home]);
  const [dns] = known.dns;
  if (dns !== undefined) add('dns', dns, null, [home, dns]);
  for (const hop of [...trace.hops].sort((a, b) => a.inMs - b.inMs)) {
    if (hop.at === 'tls') add('tls', null, hop, [home, '', home]);
    else if (hop.role === 'web' || hop.role === 'app') there(hop.role, hop.at, hop, `${hop.at}/${hop.role}`);
    else if (hop.role === 'db') there('db', known.databases[0] ?? hop.at, hop, `${hop.at}/db`);
    else if (hop.role === null && known.balancers.includes(hop.at)) there('balancer', hop.at, hop, hop.at);
    else if (hop.note === 'hit' || hop.note === 'miss') there('cache', hop.at, hop, hop.at);
  }
  add('answer', 'users', null, passed.toReversed());
  add('end', null, null, [home]);
  return [...steps.values()];
}

/** A request that shows most: it was answered, and it met as many stations as any. */
export function better(one: TraceView | null, other: TraceView): TraceView {
  if (other.outcome !== 'ok') return one ?? other;
  return one === null || one.outcome !== 'ok' || other.hops.length > one.hops.length ? other : one;
}
