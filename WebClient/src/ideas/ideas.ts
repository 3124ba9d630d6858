import type { Text } from '../wire';

/** What a card says of an idea. */
export interface IdeaCard {
  readonly id: string;
  readonly title: Text;
  readonly sentence: Text;
}

/** A page of Learn, as Server/Learn sends it. */
export interface IdeaPage extends IdeaCard {
  readonly text: Text;
  readonly seen: Text;
  readonly try: Text;
  /** The scenario that drills it. */
  readonly drill: string;
  readonly classes: readonly { readonly id: string; readonly title: Text }[];
  readonly knobs: readonly Knob[];
  readonly figures: readonly Figure[];
  readonly bet: Bet;
}

export interface Knob {
  readonly id: string;
  readonly title: Text;
  readonly values: readonly Text[];
  /** The place of the value it begins with. */
  readonly usual: number;
  /** Its values are numbers in order. */
  readonly scale: boolean;
}

export interface Figure {
  readonly title: Text;
  readonly unit: string;
  readonly over: string;
}

export interface Bet {
  readonly question: Text;
  readonly knob: string;
  readonly turn: number;
  readonly figure: number;
  readonly answers: readonly { readonly text: Text; readonly under: number | null }[];
  readonly because: Text;
}

/** A played system: its frames packed as a drill's are, and its figures in the page's order. */
export interface FilmAnswer {
  readonly speed: number;
  readonly figures: readonly (number | null)[];
  readonly frames: readonly string[];
}

/** The place of every knob's value, by the knob's id. */
export type Turned = Readonly<Record<string, number>>;

const path = '/api/learn';

let known: Promise<readonly IdeaCard[]> | null = null;

/** Of all ideas in their order; fetched once. */
export function ideaCards(): Promise<readonly IdeaCard[]> {
  known ??= read<readonly IdeaCard[]>(path).catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

export function ideaPage(id: string): Promise<IdeaPage> {
  return read(`${path}/${id}`);
}

export function ideaFilm(id: string, turned: Turned, signal: AbortSignal): Promise<FilmAnswer> {
  const query = new URLSearchParams(Object.entries(turned).map(([knob, at]) => [knob, String(at)]));
  return read(`${path}/${id}/film?${query}`, signal);
}

export function usualOf(page: IdeaPage): Turned {
  return Object.fromEntries(page.knobs.map((knob) => [knob.id, knob.usual]));
}

/** The answer that what happened gives to a bet; null: nothing was to be read. */
export function winnerOf(bet: Bet, figures: readonly (number | null)[]): number | null {
  const figure = figures[bet.figure] ?? null;
  return figure === null ? null : bet.answers.findIndex(({ under }) => under === null || figure < under);
}

async function read<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as Answer;
}
