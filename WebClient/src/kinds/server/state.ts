import { words } from '../../language/words';
import type { ServerView } from '../../wire';
import type { State } from '../kind';
import { sum } from '../sum';
import { entryOf, hasVersion } from './roles';
import { silencesOf } from './silence';

export const state: State<ServerView> = {
  list: 'servers',
  shape: (view) => [view.rack, String(view.slot), ...view.roles.map((role) => role.role)],
  stage: () => 'server',
  state: (view, world) => ({ family: 'life', code: silencesOf(view, world).length > 0 ? 'no-answer' : view.lifecycle }),
  /** As a balancer's target. */
  standing(view, world) {
    const target = world.list('balancers').flatMap((balancer) => balancer.targets).find((one) => one.server === view.id);
    return target ? words('target', target.state) : '';
  },
  price: (view) => view.pricePerHour,
  figures(view) {
    const entry = entryOf(view);
    return {
      requests: entry?.requestsPerSecond ?? 0,
      errors: entry?.errorsPerSecond ?? 0,
      p50: entry?.latency.p50 ?? 0,
      p95: entry?.latency.p95 ?? 0,
      p99: entry?.latency.p99 ?? 0,
      cpu: view.cpu,
      memory: view.memory,
      ...(view.diskMiB > 0 ? { disk: view.disk } : {}),
      busy: sum(view.roles.map((role) => sum(role.busy))),
      queue: sum(view.roles.map((role) => role.queue)),
    };
  },
  version: (view) => (view.roles.some((role) => hasVersion(role.role)) ? view.version : ''),
  versions: (view) => [view.version],
};
