/** The DOM follows the world at most this often; the picture draws every animation frame by itself. */
const beatMs = 100;

/** Tells Svelte that the world has changed: whoever reads `count` is computed again, once per drawn frame. */
class Beat {
  #count = $state(0);
  #scheduled = false;
  #last = 0;

  get count(): number {
    return this.#count;
  }

  mark(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(this.#draw);
  }

  #draw = (now: number): void => {
    if (now - this.#last < beatMs) {
      requestAnimationFrame(this.#draw);
      return;
    }
    this.#last = now;
    this.#scheduled = false;
    this.#count++;
  };
}

export const beat = new Beat();

/** Reads something of the world so that it is read again after every beat. */
export function live<Value>(read: () => Value): Value {
  void beat.count;
  return read();
}
