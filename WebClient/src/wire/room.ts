/**
 * The drill as everybody in it sees it. Status: lobby, running, paused or finished. Waits: the server cannot save, all clocks stand.
 * Rules: own, upgraded (somebody must choose GoOn or Finish) or mixed (its results stand on no board). Seed: empty before the end.
 */
export interface Room {
  readonly drill: string;
  readonly code: string;
  readonly solo: boolean;
  readonly status: string;
  readonly speed: number;
  readonly seed: string;
  readonly teams: readonly TeamView[];
  readonly people: readonly PersonView[];
  readonly waits: boolean;
  readonly rules: string;
}

export interface TeamView {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly service: number;
  readonly spent: number;
}

/** Role: player, instructor or observer. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly team: string | null;
  readonly online: boolean;
}
