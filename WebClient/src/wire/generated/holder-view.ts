// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Who has a role. */
export interface HolderView {
  readonly role: 'commander' | 'operations' | 'communications';
  readonly player: string;
}

export const HolderView: Shape<HolderView> = {
  role: { oneOf: ['commander', 'operations', 'communications'] },
  player: 'text',
};
