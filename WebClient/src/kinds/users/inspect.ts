import { rate } from '../../language/figures';
import { m } from '../../paraglide/messages';
import type { ClassView } from '../../wire';
import type { Inspect } from '../kind';
import { warn, when } from '../note';
import type { Setting } from '../setting';
import Classes from './Classes.svelte';
import Traces from './Traces.svelte';

export const inspect: Inspect<readonly ClassView[]> = {
  notes(view) {
    const off = [...new Set(view.flatMap((users) => users.without))];
    return when(off.length > 0, () => warn(m.note_without({ features: off.join(', ') })));
  },
  settings: (view) => [
    ...view.map((users): Setting => [users.id, `${rate(users.offeredPerSecond)}/s`]),
    ...view
      .filter((users) => users.without.length > 0)
      .map((users): Setting => [m.setting_without({ name: users.id }), users.without.join(', ')]),
    ...view
      .filter((users) => users.bulkheads.length > 0)
      .map((users): Setting => [m.setting_bulkhead({ name: users.id }), users.bulkheads.join(', ')]),
  ],
  overview: Classes,
  looks: { 'trace-request': Traces },
};
