import type { AlertView } from '../wire';

/** What may be the cause, and what follows from it as far as alerts tell. */
export interface AlertGroup {
  readonly cause: AlertView;
  readonly symptoms: readonly AlertView[];
}

/** An alert may be raised so much later than what follows from its cause. */
const lateMs = 20_000;

const ranks: Readonly<Record<AlertView['nearness'], number>> = { broken: 0, full: 1, 'left-out': 2, suffering: 3 };

/**
 * Alerts under what may have caused them. Whatever says that something is broken is a cause of its own; where nothing does, the
 * first of those that come nearest is. What follows stands under the last cause before it.
 */
export function groupsOf(alerts: readonly AlertView[]): readonly AlertGroup[] {
  const sorted = alerts.toSorted((a, b) => rank(a) - rank(b) || a.sinceMs - b.sinceMs);
  const first = sorted[0];
  if (!first) return [];
  const causes = first.nearness === 'broken' ? sorted.filter(({ nearness }) => nearness === 'broken') : [first];
  const symptoms = sorted.filter((alert) => !causes.includes(alert));
  return causes
    .map((cause) => ({ cause, symptoms: symptoms.filter((symptom) => causeOf(symptom, causes) === cause) }))
    .toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)) || b.cause.sinceMs - a.cause.sinceMs);
}

/** Those nobody has acknowledged. */
export function unacknowledged(alerts: readonly AlertView[]): readonly AlertView[] {
  return alerts.filter((alert) => alert.by === null);
}

function rank({ nearness }: AlertView): number {
  return ranks[nearness];
}

function causeOf(symptom: AlertView, causes: readonly AlertView[]): AlertView | undefined {
  const own = causes.find((cause) => cause.component === symptom.component);
  const before = causes.filter((cause) => cause.sinceMs <= symptom.sinceMs + lateMs);
  return own ?? before.toSorted((a, b) => b.sinceMs - a.sinceMs)[0] ?? causes[0];
}

function isUrgent({ cause, symptoms }: AlertGroup): boolean {
  return [cause, ...symptoms].some((alert) => alert.severity === 'critical');
}
