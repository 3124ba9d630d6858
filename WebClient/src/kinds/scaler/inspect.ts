import { percent } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { BehaviorView, ScalerView } from '../../wire';
import { mostOf, type ChartPlan } from '../chart';
import type { Inspect } from '../kind';
import { bad, left, plain, when } from '../note';
import { ifSet, type Setting } from '../setting';
import Chip from './Chip.svelte';

const scaling: ChartPlan = {
  title: 'scaling',
  lines: [
    { name: 'desired', color: '--accent' },
    { name: 'load', color: '--warn', percent: true },
  ],
};

export const inspect: Inspect<ScalerView> = {
  notes: (view, world) => [
    plain(m.note_desired({ desired: view.desired, running: view.running, min: view.min, max: view.max })),
    ...when(view.quietUntilMs > world.timeMs, () => plain(m.note_quiet({ time: left(view.quietUntilMs, world) }))),
    ...when(view.noRoom, () => bad(m.note_no_room())),
  ],
  settings: (view) => [
    [words('param', 'tier'), words('choice', view.tier)],
    [m.setting_size(), view.size],
    [words('param', 'policy'), words('choice', view.policy)],
    [m.setting_replaces(), words('choice', view.health)],
    ...(view.behavior === null ? [] : [stabilisationOf(view.behavior)]),
    ...ifSet(view.schedule !== 'none', () => words('scaling', 'schedule'), () => view.schedule),
    [m.setting_servers(), `${view.running} / ${view.desired} (${view.min}–${view.max})`],
    [
      metricOf(view),
      view.policy === 'target' ? `${percent(view.metric)} → ${percent(view.target)}` : percent(view.metric),
    ],
  ],
  charts: (view) => [{ ...scaling, thresholds: mostOf(view.max) }],
  chip: Chip,
};

/** What its load is. */
function metricOf({ backlog, connections }: ScalerView): string {
  if (connections > 0) return m.figure_long_lived();
  return backlog > 0 ? m.figure_backlog() : m.figure_cpu();
}

function stabilisationOf({ upSeconds, downSeconds, tolerance }: BehaviorView): Setting {
  const value = m.stabilisation_value({ up: upSeconds, down: downSeconds, tolerance: percent(tolerance) });
  return [m.setting_stabilisation(), value];
}
