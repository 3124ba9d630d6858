import type { Exact } from './shape';

/** The bytes of a frame as the values they are written in (Server/Packing/README.md). */
export class Packed {
  readonly #bytes: Uint8Array;
  /** Texts that the frames of a system say again and again. */
  readonly #words: string[];
  #at: number;

  constructor(bytes: Uint8Array, words: string[], at = 0) {
    this.#bytes = bytes;
    this.#words = words;
    this.#at = at;
  }

  get rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }

  /** Seven bits a byte, the lowest first. Numbers may be larger than 32 bits. */
  count(): number {
    for (let number = 0, place = 1; ; place *= 128) {
      const one = this.#bytes[this.#at++] ?? 0;
      number += (one & 0x7f) * place;
      if (one < 0x80) return number;
    }
  }

  /** 0, 1, 2, 3, 4 … are 0, −1, 1, −2, 2 … */
  difference(): number {
    const number = this.count();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  /** Which of some changed; seven bits a byte, up to the last that did. */
  mask(): boolean[] {
    for (const bits: boolean[] = []; ; ) {
      const seven = this.#bytes[this.#at++] ?? 0;
      for (let bit = 0; bit < 7; bit++) bits.push(((seven >> bit) & 1) === 1);
      if (seven < 0x80) return bits;
    }
  }

  /** 0: none; 1: a new word; 2: said in full; from 3: a word by its number. */
  text(): string | null {
    const kind = this.count();
    if (kind === 0) return null;
    if (kind > 2) return this.#words[kind - 3] ?? '';
    const text = this.letters();
    if (kind === 1) this.#words.push(text);
    return text;
  }

  letters(): string {
    const length = this.count();
    this.#at += length;
    return utf8.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }
}

const utf8 = new TextDecoder();

/** The number as it is counted on both sides; see Server/Wire/Quantum.cs. */
export function codeOf(value: number, { parts, figures }: Exact): number {
  const counted = Math.round(value * parts);
  if (figures === undefined) return counted;
  const ten = 10 ** figures;
  let shown = Math.abs(counted);
  let decades = 0;
  for (; shown >= ten; shown /= 10) decades++;
  return Math.sign(counted) * (decades * (ten - ten / 10) + Math.round(shown));
}

export function numberOf(code: number, { parts, figures }: Exact): number {
  const size = Math.abs(code);
  const ten = 10 ** (figures ?? Infinity);
  if (size < ten) return code / parts;
  const decade = ten - ten / 10;
  const decades = Math.floor((size - ten / 10) / decade);
  return (Math.sign(code) * (size - decades * decade) * 10 ** decades) / parts;
}
