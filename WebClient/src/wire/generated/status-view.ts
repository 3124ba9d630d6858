// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A post on the status page. Text is plain text somebody wrote. */
export interface StatusView {
  readonly state: 'investigating' | 'identified' | 'monitoring' | 'resolved';
  readonly text: string;
  readonly player: string;
  readonly timeMs: number;
}

export const StatusView: Shape<StatusView> = {
  state: { oneOf: ['investigating', 'identified', 'monitoring', 'resolved'] },
  text: 'text',
  player: 'text',
  timeMs: { parts: 10 },
};
