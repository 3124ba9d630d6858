import type { BalancerView } from '../../wire';
import type { State } from '../kind';

export const state: State<BalancerView> = {
  list: 'balancers',
  shape: (view) => view.targets.map((target) => target.server),
  stage: () => 'door',
  state: (view) => (view.downUntilMs > 0 ? { family: 'life', code: 'restarting' } : null),
  figures: (view) => ({
    requests: view.requestsPerSecond,
    errors: view.errorsPerSecond,
    ...view.latency,
    ...(view.tls ? { handshakes: view.tls.handshakesPerSecond, tlsQueue: view.tls.queue } : {}),
  }),
};

/** Behind the web servers, before the application's. */
export function isInner(view: BalancerView): boolean {
  return view.tier === 'inner';
}
