import { seconds } from '../../language/figures';
import { m } from '../../paraglide/messages';
import type { DnsView } from '../../wire';
import type { ChartPlan } from '../chart';
import type { Inspect } from '../kind';
import { plain, warn, when } from '../note';
import { ifSet } from '../setting';

const answers: ChartPlan = {
  title: 'answers',
  lines: [
    { name: 'requests', color: '--accent' },
    { name: 'lookups', color: '--ink-3' },
    { name: 'outdated', color: '--warn' },
  ],
};

export const inspect: Inspect<DnsView> = {
  notes: (view) => [
    plain(`→ ${view.targets.join(', ')}`),
    ...when(view.outdated > 0, () => warn(m.note_outdated({ n: view.outdated, all: view.resolvers }))),
  ],
  settings: (view) => [
    [m.setting_leads(), view.targets.join(', ')],
    ...ifSet(view.former.length > 0, m.setting_former, () => view.former.join(', ')),
    [m.setting_ttl(), seconds(view.ttlSeconds)],
    [m.setting_resolvers(), String(view.resolvers)],
    [m.setting_outdated(), String(view.outdated)],
  ],
  charts: () => [answers],
};
