import type { EventView } from '../wire';

export type MarkKind = 'action' | 'deploy' | 'fault' | 'alert';

/** Something happened at that second of the drill. */
export interface Mark {
  readonly at: number;
  readonly kind: MarkKind;
}

/** What may have changed a figure: actions, steps of a rollout, faults, and the alerts that followed. */
export function marksOf(events: readonly EventView[]): readonly Mark[] {
  return events.flatMap((event) => {
    const kind = kindOf(event);
    return kind ? [{ at: event.timeMs / 1000, kind }] : [];
  });
}

function kindOf({ kind, code }: EventView): MarkKind | null {
  if (code.startsWith('rollout-')) return kind === 'refused' ? null : 'deploy';
  if (code.startsWith('fault-')) return 'fault';
  return kind === 'command' ? 'action' : kind === 'alert' ? 'alert' : null;
}
