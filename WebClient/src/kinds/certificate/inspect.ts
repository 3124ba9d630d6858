import { timeLeft } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { CertificateView } from '../../wire';
import type { World } from '../../world/world';
import type { Inspect } from '../kind';
import { bad, left, plain, warn, when, type Note } from '../note';
import Dates from './Dates.svelte';
import { expiryOf, expiryText } from './expiry';
import { isServed } from './served';

/** From this long before it expires a certificate is worth a word. */
const expirySoonMs = 120_000;

export const inspect: Inspect<CertificateView> = {
  notes: (view, world) => [
    ...placeNotes(view.id, world),
    ...(view.expired ? [bad(words('certificate', 'expired'))] : lifeNotes(view.id, world)),
    ...when(view.renewedMs > 0, () => plain(m.note_renewed({ time: left(view.renewedMs, world) }))),
  ],
  settings: (view, world) => [[m.setting_expires(), expiryText(view.id, world)]],
  looks: { 'check-certificate': Dates },
};

/** Where there are several: whether it is the one users are shown. */
function placeNotes(id: string, world: World): readonly Note[] {
  const several = world.of('certificates').size > 1;
  return when(several, () => plain(words('certificate', isServed(id, world) ? 'served' : 'spare')));
}

/** As far as somebody has looked. */
function lifeNotes(id: string, world: World): readonly Note[] {
  const ms = (expiryOf(id, world) ?? 0) - world.timeMs;
  return when(ms > 0, () => (ms < expirySoonMs ? warn : plain)(m.note_expires({ time: timeLeft(ms) })));
}
