// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * Which actions of a player and which faults make sense at a component as it stands, in the order they are shown in. Others would
 * be refused. Also of the users, the power feeds and the incident desk.
 */
export interface AppliesView {
  readonly id: string;
  readonly actions: readonly string[];
}

export const AppliesView: Shape<AppliesView> = {
  id: 'text',
  actions: ['text'],
};
