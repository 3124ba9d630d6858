import { m } from '../../paraglide/messages';
import type { RolloutView } from '../../wire';
import type { Inspect } from '../kind';
import { ifSet } from '../setting';
import Chip from './Chip.svelte';
import Progress from './Progress.svelte';

export const inspect: Inspect<RolloutView> = {
  settings: (view) => [
    ...ifSet(view.version !== '', m.setting_version, () => view.version),
    ...ifSet(view.fromVersion !== '', m.setting_from, () => view.fromVersion),
  ],
  panel: Progress,
  chip: Chip,
};
