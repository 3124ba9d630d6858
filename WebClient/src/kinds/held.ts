import { seconds } from '../language/figures';
import { m } from '../paraglide/messages';
import type { LockView } from '../wire';
import { findingOf } from '../world/findings';
import type { World } from '../world/world';
import { plain, warn, type Note } from './note';

/** A look at who holds a lock tells of now for so long; then others have come and gone. */
const freshMs = 30_000;

/** Who holds the lock that most wait for, as somebody has just seen. */
export interface Held {
  readonly lock: LockView;
  readonly agoMs: number;
}

/** The picture shows that a lock is held; by whom is what the look costs its seconds for. Null: nobody has looked lately. */
export function heldAt(world: World, component: string): Held | null {
  const finding = findingOf(world, component, 'show-locks');
  const [lock] = finding?.locks ?? [];
  if (!finding || !lock) return null;
  const agoMs = Math.max(0, world.timeMs - finding.timeMs);
  return agoMs <= freshMs ? { lock, agoMs } : null;
}

/** Whole seconds: what is drawn changes no more often. */
export function agoOf({ agoMs }: Held): string {
  return seconds(Math.floor(agoMs / 1000));
}

/** How many wait, and who for as long as that is known. */
export function lockNotes(waiting: number, held: Held | null): readonly Note[] {
  if (waiting === 0) return [];
  const n = String(waiting);
  if (!held) return [warn(m.note_locked({ n }))];
  const { holder, from } = held.lock;
  const who = from === '' ? holder : `${holder} · ${from}`;
  return [warn(m.note_locked({ n })), plain(m.note_held({ who, time: agoOf(held) }))];
}
