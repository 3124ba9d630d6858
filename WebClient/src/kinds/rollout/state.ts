import type { RolloutView } from '../../wire';
import type { State } from '../kind';

export const state: State<RolloutView> = {
  list: 'rollouts',
  stage: () => 'delivery',
  state: (view) => ({ family: 'rollout', code: view.status }),
  versions: (view) => [view.fromVersion, view.version],
};
