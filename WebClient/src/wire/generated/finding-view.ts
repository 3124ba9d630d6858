// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { AccessLogView } from './access-log-view';
import { CertificateDatesView } from './certificate-dates-view';
import { LockView } from './lock-view';
import { ProcessView } from './process-view';
import { StatementView } from './statement-view';
import { TraceView } from './trace-view';

/**
 * What a look showed, as it was at TimeMs: list-processes fills Processes, show-locks Locks, slow-queries Statements,
 * read-access-log Log, check-certificate Certificate, trace-request Traces.
 */
export interface FindingView {
  /** Component and look: the next finding with it replaces this one. */
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
  /** The slowest request (outcome open: still under way), then the slowest that failed if that is another one. */
  readonly traces: readonly TraceView[];
}

export const FindingView: Shape<FindingView> = {
  id: 'text',
  component: 'text',
  look: 'text',
  player: 'text',
  timeMs: { parts: 10 },
  tookMs: { parts: 10 },
  processes: [ProcessView],
  locks: [LockView],
  statements: [StatementView],
  log: { orNull: AccessLogView },
  certificate: { orNull: CertificateDatesView },
  traces: [TraceView],
};
