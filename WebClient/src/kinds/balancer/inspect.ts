import { duration, percent, rate, seconds } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { BalancerView, ForwardingView } from '../../wire';
import { latencyOf, mostOf, traffic, type ChartPlan } from '../chart';
import type { Inspect } from '../kind';
import { bad, left, warn, when } from '../note';
import { ifSet, type Setting } from '../setting';
import AccessLog from './AccessLog.svelte';
import Targets from './Targets.svelte';

const handshakes: ChartPlan = {
  title: 'handshakes',
  lines: [
    { name: 'handshakes', color: '--accent' },
    { name: 'tlsQueue', color: '--warn' },
  ],
};

const connections: ChartPlan = { title: 'long_lived', lines: [{ name: 'connections', color: '--accent' }] };

export const inspect: Inspect<BalancerView> = {
  notes: (view, world) => [
    ...when(view.downUntilMs > world.timeMs, () => bad(m.note_back({ time: left(view.downUntilMs, world) }))),
    ...when(view.blocked.length > 0, () => warn(m.note_blocked({ sources: view.blocked.join(', ') }))),
    ...when(view.failOpen, () => warn(m.setting_fail_open())),
    ...when(ejected(view) !== '', () => warn(m.note_ejected({ servers: ejected(view) }))),
    ...when(view.retriesPerSecond > 0, () => warn(m.note_retries({ n: rate(view.retriesPerSecond) }))),
    ...when(view.queue > 0, () => warn(m.note_waiting({ n: rate(view.queue) }))),
    ...when((view.tls?.queue ?? 0) > 0, () => warn(m.note_handshakes({ n: rate(view.tls?.queue ?? 0) }))),
  ],
  settings: (view) => [
    [m.setting_algorithm(), words('choice', view.algorithm)],
    [m.setting_check(), checkOf(view)],
    [m.setting_drain(), seconds(view.drainSeconds)],
    ...ifSet(view.endpointLagMs >= 0, m.setting_endpoint_lag, () => duration(view.endpointLagMs)),
    ...ifSet(view.slowStartSeconds > 0, m.setting_slow_start, () => seconds(view.slowStartSeconds)),
    ...ifSet(view.connectionLimit > 0, m.setting_connection_limit, () => String(view.connectionLimit)),
    ...ifSet(view.shed > 0, m.setting_shed, () => String(view.shed)),
    ...ifSet(view.rateLimit > 0, m.setting_rate_limit, () => `${view.rateLimit}/s`),
    ...ifSet((view.tls?.limit ?? 0) > 0, m.setting_handshake_limit, () => `${view.tls?.limit}/s`),
    ...ifSet(view.blocked.length > 0, m.setting_blocked, () => view.blocked.join(', ')),
    ...ifSet(view.certificate !== '', m.setting_certificate, () => view.certificate),
    ...ifSet(view.failOpen, m.setting_targets, m.setting_fail_open),
    ...forwardingOf(view.forwarding),
    ...ifSet(view.whenNoneHealthy !== 'fail-open', m.setting_none_healthy, () => words('choice', view.whenNoneHealthy)),
    ...ifSet(view.panic > 0, () => m.setting_panic({ share: percent(view.panic) }), () => m.choice_fail_open()),
  ],
  charts: (view, promised) => [
    { ...traffic, thresholds: mostOf(view.rateLimit) },
    latencyOf(promised),
    ...(view.tls ? [{ ...handshakes, thresholds: mostOf(view.tls.limit) }] : []),
    ...(holds(view) ? [connections] : []),
  ],
  common: ['detach', 'attach', 'set-health-check', 'set-rate-limit', 'set-handshake-limit', 'set-algorithm'],
  panel: Targets,
  looks: { 'read-access-log': AccessLog },
};

/** How it passes requests on, as far as anything of it is set. */
function forwardingOf(set: ForwardingView): readonly Setting[] {
  const share = percent(set.budget);
  return [
    ...ifSet(set.responseTimeoutSeconds > 0, m.setting_response_timeout, () => seconds(set.responseTimeoutSeconds)),
    ...ifSet(set.idleTimeoutSeconds > 0, m.setting_idle_timeout, () => seconds(set.idleTimeoutSeconds)),
    ...ifSet(set.attempts > 1, m.setting_retries, () =>
      set.budget > 0 ? m.setting_retries_value({ attempts: set.attempts, share }) : String(set.attempts),
    ),
    ...ifSet(set.sticky !== 'none', m.setting_sticky, () =>
      set.sticky === 'cookie' ? `${words('choice', set.sticky)}, ${seconds(set.stickySeconds)}` : words('choice', set.sticky),
    ),
    ...ifSet(set.ejectAfter > 0, m.setting_ejection, () => ejectionOf(set)),
  ];
}

function ejectionOf({ ejectAfter: n, withinSeconds: within, outSeconds: out }: ForwardingView): string {
  return within > 0 ? m.setting_ejection_within({ n, within, out }) : m.setting_ejection_row({ n, out });
}

function holds(view: BalancerView): boolean {
  return view.targets.some((target) => target.connections > 0);
}

function ejected(view: BalancerView): string {
  return view.targets.filter((target) => target.state === 'ejected').map((target) => target.server).join(', ');
}

function checkOf({ check }: BalancerView): string {
  return m.setting_check_value({
    path: words('choice', check.path),
    interval: check.intervalSeconds,
    timeout: check.timeoutSeconds,
    out: check.unhealthyAfter,
    in: check.healthyAfter,
  });
}
