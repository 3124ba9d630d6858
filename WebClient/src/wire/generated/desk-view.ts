// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { HolderView } from './holder-view';
import { IncidentView } from './incident-view';

/** The team's incidents, oldest first, the last one may be open; and who has which role. */
export interface DeskView {
  readonly roles: readonly HolderView[];
  readonly incidents: readonly IncidentView[];
}

export const DeskView: Shape<DeskView> = {
  roles: [HolderView],
  incidents: [IncidentView],
};
