import { rate } from '../../language/figures';
import { m } from '../../paraglide/messages';
import type { ClassView } from '../../wire';
import { targetsOf, traffic, type ChartPlan, type Promised } from '../chart';
import type { Inspect } from '../kind';
import { warn, when } from '../note';
import type { Setting } from '../setting';
import Classes from './Classes.svelte';
import { p95Of } from './state';
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
  charts: (view, promised) => [traffic, latencyIn(view, promised)],
  overview: Classes,
  looks: { 'trace-request': Traces },
};

const colors: readonly string[] = ['--accent', '--good', '--warn', '--ink-2'];

/** What users themselves wait, class by class. */
function latencyIn(view: readonly ClassView[], promised: readonly Promised[]): ChartPlan {
  const lines = view.slice(0, colors.length).map(({ id }, at) => {
    const label = m.chart_class_p95({ name: promised.find((one) => one.id === id)?.title ?? id });
    return { name: p95Of(id), color: colors[at] ?? '--ink-3', label };
  });
  return { title: 'waits', lines, thresholds: targetsOf(promised) };
}
