import { money, percent, seconds } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { CacheView } from '../../wire';
import { shareOf, traffic } from '../chart';
import type { Inspect } from '../kind';
import { left, plain, warn, when } from '../note';
import { ifSet } from '../setting';

export const inspect: Inspect<CacheView> = {
  notes: (view, world) => [
    ...when(view.readyMs > world.timeMs, () => warn(m.note_ready({ time: left(view.readyMs, world) }))),
    ...when(view.warming > 0, () => plain(m.note_warming({ n: view.warming }))),
  ],
  settings: (view) => [
    [m.setting_capacity(), `${view.entries} / ${view.capacity}`],
    [m.setting_ttl(), seconds(view.ttlSeconds)],
    ...ifSet(view.revalidateSeconds > 0, m.setting_revalidate, () => seconds(view.revalidateSeconds)),
    [words('figure', 'hitRatio'), percent(view.hitRatio)],
    ...ifSet(view.pricePerHour > 0, m.setting_price, () => m.per_hour({ money: money(view.pricePerHour) })),
    [m.setting_cached(), view.cached.length > 0 ? view.cached.join(', ') : m.setting_cached_none()],
  ],
  common: ['resize-cache', 'set-ttl', 'set-cached', 'warm-cache', 'flush-cache'],
  charts: () => [traffic, shareOf('hitRatio', '--good', 'hits')],
  columns: [{ name: 'hitRatio', write: percent }],
};
