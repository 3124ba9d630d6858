import type { DnsView } from '../../wire';
import type { State } from '../kind';

export const state: State<DnsView> = {
  list: 'dns',
  shape: (view) => [...view.targets, ...view.former],
  stage: () => 'users',
  state: (view) => (view.outdated > 0 ? { family: 'dns', code: 'spreading' } : null),
  figures: (view) => ({ requests: view.requestsPerSecond, lookups: view.lookupsPerSecond, outdated: view.outdated }),
};
