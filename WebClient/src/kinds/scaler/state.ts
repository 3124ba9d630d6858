import type { ScalerView } from '../../wire';
import type { State } from '../kind';

export const state: State<ScalerView> = {
  list: 'scalers',
  stage: () => 'capacity',
  state: (view) => ({ family: 'scaling', code: view.policy }),
  figures: (view) => ({ load: view.metric, desired: view.desired }),
};
