import type { RackView } from '../../wire';
import type { State } from '../kind';

export const state: State<RackView> = {
  list: 'racks',
  stage: () => 'frame',
  state: (view) => ({ family: 'condition', code: view.condition }),
  figures: (view) => ({ uplink: view.uplink, uplinkWait: view.uplinkWaitMs }),
};
