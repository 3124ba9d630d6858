import { seconds } from '../language/figures';
import type { World } from '../world/world';

export interface Note {
  readonly text: string;
  readonly tone: 'plain' | 'warn' | 'bad';
}

export function plain(text: string): Note {
  return { text, tone: 'plain' };
}

export function warn(text: string): Note {
  return { text, tone: 'warn' };
}

export function bad(text: string): Note {
  return { text, tone: 'bad' };
}

/** A note only if there is something to say. */
export function when(is: boolean, note: () => Note): readonly Note[] {
  return is ? [note()] : [];
}

/** Whole seconds until then, 0 when it is past. */
export function left(endsMs: number, world: World): string {
  return seconds(Math.max(0, Math.ceil((endsMs - world.timeMs) / 1000)));
}
