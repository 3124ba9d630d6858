import { duration, percent } from '../../language/figures';
import { m } from '../../paraglide/messages';
import type { RackView } from '../../wire';
import { shareOf, tooMuch } from '../chart';
import type { Inspect } from '../kind';
import { warn, when } from '../note';

const uplinkWarn = 0.8;

export const inspect: Inspect<RackView> = {
  notes: (view) => [
    ...view.darkFeeds.map((feed) => warn(m.note_feed({ feed: feed.toUpperCase() }))),
    ...when(view.uplink >= uplinkWarn, () =>
      warn(m.note_uplink({ share: percent(view.uplink), wait: duration(view.uplinkWaitMs) })),
    ),
  ],
  settings(view, world) {
    const used = world.list('servers').filter((server) => server.rack === view.id).length;
    return [
      [m.setting_units(), `${used} / ${view.units}`],
      [m.setting_feeds(), view.feeds.map((feed) => feed.toUpperCase()).join(' + ')],
      [m.setting_uplink(), percent(view.uplink)],
    ];
  },
  charts: () => [shareOf('uplink', '--accent', 'uplink', tooMuch(uplinkWarn))],
};
