// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { NamedCauseView } from './named-cause-view';
import { StatusView } from './status-view';

/** An incident. What is plain text somebody wrote. */
export interface IncidentView {
  readonly number: number;
  readonly severity: 'sev1' | 'sev2' | 'sev3';
  readonly what: string;
  readonly player: string;
  readonly declaredMs: number;
  /** 0: it is open. */
  readonly closedMs: number;
  /** Of the last incident, oldest first; of an earlier one only the last. */
  readonly updates: readonly StatusView[];
  readonly causes: readonly NamedCauseView[];
}

export const IncidentView: Shape<IncidentView> = {
  number: 'number',
  severity: { oneOf: ['sev1', 'sev2', 'sev3'] },
  what: 'text',
  player: 'text',
  declaredMs: { parts: 10 },
  closedMs: { parts: 10 },
  updates: [StatusView],
  causes: [NamedCauseView],
};
