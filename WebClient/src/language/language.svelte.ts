import { overwriteGetLocale } from '../paraglide/runtime';
import type { Text } from '../wire';

export type Language = 'en' | 'ko';

const key = 'opsgame.language';

function remembered(): Language {
  const kept = localStorage.getItem(key);
  if (kept === 'en' || kept === 'ko') return kept;
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

class LanguageChoice {
  #now = $state<Language>(remembered());

  constructor() {
    // Every message reads this, so a change of language redraws what shows one.
    overwriteGetLocale(() => this.#now);
    document.documentElement.lang = this.#now;
  }

  get now(): Language {
    return this.#now;
  }

  choose(next: Language): void {
    this.#now = next;
    localStorage.setItem(key, next);
    document.documentElement.lang = next;
  }

  toggle(): void {
    this.choose(this.#now === 'en' ? 'ko' : 'en');
  }

  /** A server's text in the player's language. */
  say(text: Text | null | undefined): string {
    return text ? text[this.#now] || text.en : '';
  }
}

export const language = new LanguageChoice();
