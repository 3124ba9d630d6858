import type { EventView } from '../wire';

export type MarkKind = 'action' | 'deploy' | 'fault' | 'alert';

/** Something happened at that second of the drill. */
export interface Mark {
  readonly at: number;
  readonly kind: MarkKind;
  readonly event: EventView;
}

/** What breaks so that everybody sees it; what merely answers nothing is for players to find. */
const broke: ReadonlySet<string> = new Set([
  'server-crashed', 'process-crashed', 'process-over-limit', 'server-lost-power', 'rack-power-lost', 'rack-uplink-lost',
  'balancer-crashed', 'firewall-closed', 'certificate-expired', 'queue-disk-is-full', 'startup-failed', 'liveness-failed',
  'replica-copy-broken', 'alter-lost',
]);

/** What may have changed a figure: actions, steps of a rollout, what broke, and the alerts that followed. */
export function marksOf(events: readonly EventView[]): readonly Mark[] {
  return events.flatMap((event) => {
    const kind = markOf(event);
    return kind ? [{ at: event.timeMs / 1000, kind, event }] : [];
  });
}

/** Null: nothing that a chart has to show. */
export function markOf({ kind, code }: EventView): MarkKind | null {
  if (code.startsWith('rollout-')) return kind === 'refused' ? null : 'deploy';
  if (kind === 'system' && broke.has(code)) return 'fault';
  return kind === 'command' ? 'action' : kind === 'alert' ? 'alert' : null;
}
