// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * One seed. Failed: requests; Spent: dollars; RolloutSeconds: while a version was on its way, pauses included; Given, Refused:
 * the plan's commands.
 */
export interface SeedRow {
  readonly seed: number;
  readonly score: number;
  readonly failed: number;
  readonly spent: number;
  readonly rolloutSeconds: number;
  readonly given: number;
  readonly refused: number;
}

export const SeedRow: Shape<SeedRow> = {
  seed: 'number',
  score: 'number',
  failed: 'number',
  spent: 'number',
  rolloutSeconds: { parts: 1000 },
  given: 'number',
  refused: 'number',
};
