import type { ActionSpec } from '../wire';

/** What an action is about; those that are wanted first in an incident come first. */
export const groups = {
  run: [
    'start-server', 'stop-server', 'restart-server', 'restart-balancer', 'kill-process', 'reload', 'fail-over', 'flush-cache',
    'pause-queue', 'resume-queue', 'renew-certificate', 'start-rollout', 'pause-rollout', 'resume-rollout', 'roll-back',
    'kill-session', 'set-feature', 'clear-logs',
  ],
  traffic: [
    'attach', 'detach', 'drain-server', 'undrain-server', 'set-weight', 'set-algorithm', 'set-sticky', 'set-drain-time',
    'set-slow-start', 'set-reads', 'add-address', 'remove-address', 'set-record-ttl', 'set-certificate', 'redrive-queue',
    'purge-queue', 'bury-message', 'warm-cache', 'stop-warming', 'set-cached',
  ],
  capacity: [
    'change-size', 'change-threads', 'move-server', 'add-server', 'remove-server', 'add-cache', 'remove-cache', 'resize-cache',
    'add-replica', 'remove-replica', 'set-max-connections', 'set-pool', 'set-pooler', 'set-scaling', 'set-scaling-behavior',
    'set-batch',
  ],
  protect: [
    'set-rate-limit', 'set-handshake-limit', 'set-load-shedding', 'set-connection-limit', 'block-source', 'unblock-source',
    'open-firewall', 'close-firewall', 'set-breaker', 'set-bulkhead', 'set-retries', 'set-retry-budget', 'set-backoff',
    'set-response-timeout', 'set-idle-timeout', 'set-pool-timeout', 'set-lock-timeout', 'set-statement-timeout',
    'set-visibility', 'set-queue-discipline',
  ],
  checks: [
    'set-health-check', 'set-server-check', 'set-passive-ejection', 'set-when-none-healthy', 'set-endpoint-lag', 'set-pre-stop',
  ],
  release: ['install-beside', 'switch-port', 'stop-port', 'alter-table', 'cancel-alter'],
} as const;

export interface Group {
  /** Of `actions_{name}`. */
  readonly name: string;
  readonly actions: readonly ActionSpec[];
}

/** Actions by what they are about, each group in the order they came; what is in no group comes last. */
export function groupsOf(actions: readonly ActionSpec[]): readonly Group[] {
  const named = Object.entries(groups).map(([name, ids]) => {
    const known = new Set<string>(ids);
    return { name, actions: actions.filter(({ id }) => known.has(id)) };
  });
  const known = new Set(named.flatMap((group) => group.actions));
  return [...named, { name: 'other', actions: actions.filter((action) => !known.has(action)) }].filter(
    (group) => group.actions.length > 0,
  );
}
