import type { CacheView } from '../../wire';
import type { State } from '../kind';

export const state: State<CacheView> = {
  list: 'caches',
  stage: (view) => (isEdge(view) ? 'edge' : 'middle'),
  state: (view) => (view.readyMs > 0 ? { family: 'life', code: 'starting' } : null),
  price: (view) => view.pricePerHour,
  figures: (view) => ({
    requests: view.requestsPerSecond, hitRatio: view.hitRatio, evictions: view.evictionsPerSecond,
  }),
};

/** Near the users, before the balancers. */
export function isEdge(view: CacheView): boolean {
  return view.place === 'edge';
}
