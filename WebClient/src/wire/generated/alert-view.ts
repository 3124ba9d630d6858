// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Phrase } from './phrase';

/** An open alert. */
export interface AlertView {
  readonly id: string;
  readonly severity: 'critical' | 'warning';
  readonly component: string | null;
  readonly text: Phrase;
  readonly sinceMs: number;
  /** Who acknowledged it; null while nobody did. */
  readonly by: string | null;
}

export const AlertView: Shape<AlertView> = {
  id: 'text',
  severity: { oneOf: ['critical', 'warning'] },
  component: { orNull: 'text' },
  text: Phrase,
  sinceMs: { parts: 10 },
  by: { orNull: 'text' },
};
