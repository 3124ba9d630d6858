// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A line of the log of what organisers did. */
export interface AuditLine {
  readonly at: string;
  /** The sign-in, which has a name of its own, and the address it was done from. */
  readonly who: string;
  readonly act: 'signed-in' | 'signed-out' | 'signed-out-everywhere' | 'new-link' | 'oversaw' | 'drills-ended' |
      'drills-deleted' | 'names-removed';
  /** Codes of the drills; empty: nothing more is to be said. */
  readonly about: string;
}

export const AuditLine: Shape<AuditLine> = {
  at: 'text',
  who: 'text',
  act: { oneOf: ['signed-in', 'signed-out', 'signed-out-everywhere', 'new-link', 'oversaw', 'drills-ended', 'drills-deleted',
      'names-removed'] },
  about: 'text',
};
