// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

export interface LockWaiterView {
  readonly class: string;
  readonly waitedMs: number;
}

export const LockWaiterView: Shape<LockWaiterView> = {
  class: 'text',
  waitedMs: { parts: 10 },
};
