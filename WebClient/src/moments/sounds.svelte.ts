export type Sound = 'alarm' | 'recovery' | 'delivery' | 'end';

/** Hz, and when it begins and how long it sounds, in seconds. */
type Note = readonly [hertz: number, at: number, long: number];

/** Small and made here: nothing is fetched. What went wrong falls, what went well rises. */
const tunes: Readonly<Record<Sound, readonly Note[]>> = {
  alarm: [[660, 0, 0.16], [495, 0.18, 0.24]],
  recovery: [[440, 0, 0.12], [660, 0.12, 0.22]],
  delivery: [[523, 0, 0.1], [659, 0.1, 0.1], [784, 0.2, 0.24]],
  end: [[392, 0, 0.18], [523, 0.18, 0.18], [659, 0.36, 0.4]],
};

const key = 'opsgame.sound';
const loudness = 0.09;
const attack = 0.015;
/** Alerts come in swarms; one sound is enough for them. */
const restMs = 1500;

/** Off until somebody turns them on, and remembered. */
class Sounds {
  #on = $state(localStorage.getItem(key) === 'on');
  #context: AudioContext | null = null;
  #last = new Map<Sound, number>();

  get on(): boolean {
    return this.#on;
  }

  toggle(): void {
    this.#on = !this.#on;
    localStorage.setItem(key, this.#on ? 'on' : 'off');
    if (this.#on) this.play('recovery');
  }

  play(sound: Sound): void {
    const now = performance.now();
    if (!this.#on || now - (this.#last.get(sound) ?? -restMs) < restMs) return;
    this.#last.set(sound, now);
    this.#context ??= new AudioContext();
    const context = this.#context;
    void context.resume().then(
      () => tunes[sound].forEach((note) => ring(context, note)),
      () => undefined,
    );
  }
}

function ring(context: AudioContext, [hertz, at, long]: Note): void {
  const [voice, volume] = [context.createOscillator(), context.createGain()];
  const from = context.currentTime + at;
  voice.type = 'triangle';
  voice.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(loudness, from + attack);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + long);
  voice.connect(volume).connect(context.destination);
  voice.start(from);
  voice.stop(from + long);
}

export const sounds = new Sounds();
