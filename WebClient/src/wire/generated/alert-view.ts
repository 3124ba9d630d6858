// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Phrase } from './phrase';

/** An open alert. */
export interface AlertView {
  readonly id: string;
  readonly severity: 'critical' | 'warning';
  /** How near to a cause it is. */
  readonly nearness: 'broken' | 'full' | 'left-out' | 'suffering';
  readonly component: string | null;
  readonly text: Phrase;
  readonly sinceMs: number;
  /** Who acknowledged it; null while nobody did. */
  readonly by: string | null;
}

export const AlertView: Shape<AlertView> = {
  id: 'text',
  severity: { oneOf: ['critical', 'warning'] },
  nearness: { oneOf: ['broken', 'full', 'left-out', 'suffering'] },
  component: { orNull: 'text' },
  text: Phrase,
  sinceMs: { parts: 10 },
  by: { orNull: 'text' },
};
