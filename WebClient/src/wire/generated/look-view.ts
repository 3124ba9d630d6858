// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A look under way. Look: the action that began it. */
export interface LookView {
  readonly component: string;
  readonly look: string;
  readonly player: string;
  readonly sinceMs: number;
  /** Simulated time at which its finding is there. */
  readonly endsMs: number;
}

export const LookView: Shape<LookView> = {
  component: 'text',
  look: 'text',
  player: 'text',
  sinceMs: { parts: 10 },
  endsMs: { parts: 10 },
};
