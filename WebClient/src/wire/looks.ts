import type { TraceView } from './frame';

/** A look under way. Look: the action that began it. */
export interface LookView {
  readonly component: string;
  readonly look: string;
  readonly player: string;
  readonly sinceMs: number;
  readonly endsMs: number;
}

/** What a look showed, as it was at timeMs; which list is filled hangs on the look. */
export interface FindingView {
  readonly id: string;
  readonly component: string;
  readonly look: string;
  readonly player: string;
  readonly timeMs: number;
  readonly tookMs: number;
  readonly processes: readonly ProcessView[];
  readonly locks: readonly LockView[];
  readonly statements: readonly StatementView[];
  readonly log: AccessLogView | null;
  readonly certificate: CertificateDatesView | null;
  readonly traces: readonly TraceView[];
}

/** Condition: serving, beside, old or down. Of a database busy counts connections. */
export interface ProcessView {
  readonly role: string;
  readonly number: number;
  readonly port: number;
  readonly version: string;
  readonly condition: string;
  readonly busy: number;
  readonly threads: number;
  readonly memoryMiB: number;
  readonly ageMs: number;
  readonly served: number;
}

/** A lock somebody waits for. State of its holder: working, waiting, blocked or hung. */
export interface LockView {
  readonly key: string;
  readonly holder: string;
  readonly write: boolean;
  readonly state: string;
  readonly from: string;
  readonly heldMs: number;
  readonly waiters: number;
  readonly longestMs: number;
  readonly queue: readonly LockWaiterView[];
}

export interface LockWaiterView {
  readonly class: string;
  readonly waitedMs: number;
}

/** A class's calls of the database; share is of all the time spent there. */
export interface StatementView {
  readonly class: string;
  readonly write: boolean;
  readonly calls: number;
  readonly running: number;
  readonly meanMs: number;
  readonly waitMs: number;
  readonly maxMs: number;
  readonly share: number;
}

/** The last lines; written and failed count all of them. */
export interface AccessLogView {
  readonly written: number;
  readonly failed: number;
  readonly lines: readonly AccessLineView[];
}

export interface AccessLineView {
  readonly timeMs: number;
  readonly source: string;
  readonly class: string;
  readonly write: boolean;
  readonly status: number;
  readonly outcome: string;
  readonly tookMs: number;
  readonly upstream: string;
  readonly version: string;
}

export interface CertificateDatesView {
  readonly fromMs: number;
  readonly expiresMs: number;
  /** It is made out to the users' name for the system. */
  readonly covers: boolean;
}
