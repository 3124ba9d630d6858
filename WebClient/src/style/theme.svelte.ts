export type Theme = 'light' | 'dark';

const key = 'opsgame.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Light or dark: the system's, until somebody chooses. */
class ThemeChoice {
  #chosen = $state<Theme | null>(null);
  #dark = $state(systemDark.matches);
  #still = $state(reducedMotion.matches);

  constructor() {
    const kept = localStorage.getItem(key);
    if (kept === 'light' || kept === 'dark') this.#chosen = kept;
    systemDark.addEventListener('change', (change) => {
      this.#dark = change.matches;
      this.#show();
    });
    reducedMotion.addEventListener('change', (change) => (this.#still = change.matches));
    this.#show();
  }

  get now(): Theme {
    return this.#chosen ?? (this.#dark ? 'dark' : 'light');
  }

  /** Whether the person asked for reduced motion. */
  get still(): boolean {
    return this.#still;
  }

  toggle(): void {
    this.#chosen = this.now === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, this.#chosen);
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.now;
  }
}

export const theme = new ThemeChoice();
