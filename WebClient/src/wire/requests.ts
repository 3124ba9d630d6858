export interface CreateDrill {
  readonly scenario: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly seed: number | null;
}

export interface JoinDrill {
  readonly code: string;
  readonly name: string;
  readonly team: string | null;
  readonly role: string;
}

/** An operator's action; sending the same id again changes nothing. */
export interface CommandRequest {
  readonly id: string;
  readonly action: string;
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
  /** Id of the command it takes back. */
  readonly undoes: string | null;
}

/** An action somebody thinks of taking. */
export interface PreviewRequest {
  readonly action: string;
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface InjectRequest {
  readonly team: string | null;
  readonly fault: string;
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
}
