import { overwriteGetLocale } from '../paraglide/runtime';
import type { EventView, Phrase, Text } from '../wire';
import { fill, spoken, type Texts } from './phrases';

export type Language = 'en' | 'ko';

const key = 'opsgame.language';

/** The server's texts by their codes, fetched with the language. */
async function textsOf(language: Language): Promise<Texts> {
  const texts = language === 'ko' ? import('../../../Server/Texts/texts.ko.json') : import('../../../Server/Texts/texts.en.json');
  return (await texts).default;
}

function remembered(): Language {
  const kept = localStorage.getItem(key);
  if (kept === 'en' || kept === 'ko') return kept;
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

type Happened = Pick<EventView, 'kind' | 'timeMs' | 'beside'> & { readonly text: Text | Phrase | null };

class LanguageChoice {
  #now = $state<Language>(remembered());
  #texts = $state.raw<Texts>({});
  /** Of the scenario played: what its classes of users are called. */
  #users = $state.raw<readonly { readonly id: string; readonly title: Text }[]>([]);

  constructor() {
    // Every message reads this, so a change of language redraws what shows one.
    overwriteGetLocale(() => this.#now);
    document.documentElement.lang = this.#now;
  }

  get now(): Language {
    return this.#now;
  }

  /** Before anything is shown. */
  async load(): Promise<void> {
    this.#texts = await textsOf(this.#now);
  }

  async choose(next: Language): Promise<void> {
    this.#texts = await textsOf(next);
    this.#now = next;
    localStorage.setItem(key, next);
    document.documentElement.lang = next;
  }

  toggle(): void {
    void this.choose(this.#now === 'en' ? 'ko' : 'en');
  }

  /** From now on the users of this scenario are called by its titles. */
  meet(users: readonly { readonly id: string; readonly title: Text }[]): void {
    this.#users = users;
  }

  /** A server's text in the player's language. */
  say(text: Text | Phrase | null | undefined): string {
    if (!text) return '';
    return 'code' in text ? fill(this.#known, text, spoken[this.#now]) : text[this.#now] || text.en;
  }

  /** Components by their ids, users by what they do. */
  called(id: string): string {
    return this.#known[`users-${id}`] ?? id;
  }

  /** What happened; a refusal names who was there, too. */
  tell({ kind, text, timeMs, beside }: Happened): string {
    if (kind !== 'refused' || !beside) return this.say(text);
    const ago = Math.floor((timeMs - beside.sinceMs) / 1000);
    return `${this.say(text)} ${this.say({ code: 'beside', args: [beside.player, String(ago), this.say(beside.text)] })}`;
  }

  readonly #known = $derived<Texts>({
    ...this.#texts,
    ...Object.fromEntries(this.#users.map(({ id, title }) => [`users-${id}`, title[this.#now] || title.en])),
  });
}

export const language = new LanguageChoice();
