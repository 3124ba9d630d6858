import type { Text } from './text';

/** The team's incidents, oldest first, the last one may be open; and who has which role. */
export interface DeskView {
  readonly roles: readonly HolderView[];
  readonly incidents: readonly IncidentView[];
}

/** Role: commander, operations or communications. */
export interface HolderView {
  readonly role: string;
  readonly player: string;
}

/** Severity: sev1, sev2 or sev3. ClosedMs 0: it is open. What: plain text somebody wrote. */
export interface IncidentView {
  readonly number: number;
  readonly severity: string;
  readonly what: string;
  readonly player: string;
  readonly declaredMs: number;
  readonly closedMs: number;
  readonly updates: readonly StatusView[];
  readonly causes: readonly NamedCauseView[];
}

/** A post on the status page. State: investigating, identified, monitoring or resolved. */
export interface StatusView {
  readonly state: string;
  readonly text: string;
  readonly player: string;
  readonly timeMs: number;
}

/** Verdict: open until the incident is closed, then right, wrong or unknown. */
export interface NamedCauseView {
  readonly failure: string;
  readonly component: string;
  readonly player: string;
  readonly timeMs: number;
  readonly verdict: string;
}

/** One of the failures a root cause is named from. */
export interface FailureCard {
  readonly id: string;
  readonly title: Text;
  readonly what: Text;
}
