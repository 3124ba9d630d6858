// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * A class's calls of the database: ended and running ones, what they took, of that waiting, and their share of all time there.
 */
export interface StatementView {
  readonly class: string;
  readonly write: boolean;
  readonly calls: number;
  readonly running: number;
  readonly meanMs: number;
  readonly waitMs: number;
  readonly maxMs: number;
  readonly share: number;
}

export const StatementView: Shape<StatementView> = {
  class: 'text',
  write: 'flag',
  calls: 'number',
  running: 'number',
  meanMs: { parts: 10 },
  waitMs: { parts: 10 },
  maxMs: { parts: 10 },
  share: { parts: 1000 },
};
