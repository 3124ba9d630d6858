/** What this browser keeps: drafts, and the tokens of the evaluations it ran. Tokens never stand in an address. */
export interface OwnEvaluation {
  readonly id: string;
  readonly token: string;
  readonly scenario: string;
}

const ownKey = 'opsgame.evaluations';
const most = 50;

export function draftOf(scenario: string): string | null {
  return localStorage.getItem(`opsgame.plan.${scenario}`);
}

export function keepDraft(scenario: string, text: string): void {
  localStorage.setItem(`opsgame.plan.${scenario}`, text);
}

/** Newest first. */
export function ownEvaluations(): readonly OwnEvaluation[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(ownKey) ?? '[]');
    return Array.isArray(value) ? value.filter(isOwn) : [];
  } catch {
    return [];
  }
}

export function keepEvaluation(own: OwnEvaluation): void {
  localStorage.setItem(ownKey, JSON.stringify([own, ...ownEvaluations()].slice(0, most)));
}

function isOwn(value: unknown): value is OwnEvaluation {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ['id', 'token', 'scenario'].every((name) => typeof fields[name] === 'string');
}
