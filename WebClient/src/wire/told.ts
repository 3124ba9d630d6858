import type { Frame } from './generated/frame';
import { Packed } from './packed';
import { unpack } from './unpack';

const full = 1;

/** A system as it was last told, and what the next delta needs to continue it. */
export class Told {
  readonly frame: Frame;
  readonly #series: number;
  readonly #number: number;
  readonly #words: string[];

  private constructor(frame: Frame, series: number, number: number, words: string[]) {
    this.frame = frame;
    this.#series = series;
    this.#number = number;
    this.#words = words;
  }

  static isFull(bytes: Uint8Array): boolean {
    return bytes[0] === full;
  }

  /** A full frame: everything, compressed. */
  static async begin(bytes: Uint8Array): Promise<Told> {
    const head = new Packed(bytes, [], 1);
    const [series, number] = [head.count(), head.count()];
    const words: string[] = [];
    const body = new Packed(await inflated(head.rest), words);
    for (let left = body.count(); left > 0; left--) words.push(body.letters());
    const frame = unpack(body, undefined);
    return new Told({ ...frame, full: true, previous: frame.tick }, series, number, words);
  }

  /** A delta: the frame after this one. Gap: something is missing between them; over: it was told already. */
  next(bytes: Uint8Array): Told | 'gap' | 'over' {
    const head = new Packed(bytes, this.#words, 1);
    if (head.count() !== this.#series) return 'gap';
    const follows = head.count();
    if (follows !== this.#number) return follows < this.#number ? 'over' : 'gap';
    // what only one message says does not go on
    const base = { ...this.frame, full: false, previous: 0, events: [], traces: [] };
    const frame = { ...unpack(head, base), previous: this.frame.tick };
    return new Told(frame, this.#series, follows + 1, this.#words);
  }
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
