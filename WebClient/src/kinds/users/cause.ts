import type { HopView, TraceView } from '../../wire';

const answers: readonly (string | null)[] = [null, 'hit', 'miss'];

interface Found {
  readonly at: string;
  /** Of a server's. */
  readonly role: HopView['role'];
  readonly cause: string;
}

/** Where a request failed, and with what: at the innermost stay that failed, else where it had come to. Null: it did not fail. */
export function causeOf({ outcome, hops }: TraceView): Found | null {
  if (outcome === 'ok' || outcome === 'late' || outcome === 'open') return null;
  const stays = hops.toSorted((a, b) => a.inMs - b.inMs || b.outMs - a.outMs);
  const failed = stays.findLast(({ note }) => !answers.includes(note)) ?? stays.at(-1);
  if (!failed) return null;
  const [at = failed.at] = failed.at.split('/');
  return { at, role: failed.role, cause: failed.note !== null && !answers.includes(failed.note) ? failed.note : outcome };
}
