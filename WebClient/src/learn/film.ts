import type { Frame } from '../wire';
import { Told } from '../wire/told';

/** The frames of a film, the first one full. */
export async function framesOf(packed: readonly string[]): Promise<readonly Frame[]> {
  const [first, ...others] = packed.map(bytesOf);
  if (!first) return [];
  let told = await Told.begin(first);
  const frames = [told.frame];
  for (const bytes of others) {
    const next = told.next(bytes);
    if (typeof next === 'string') throw new Error(`a film with a ${next}`);
    told = next;
    frames.push(told.frame);
  }
  return frames;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
