// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** The drill of the day: the same faults at the same moments for everybody. */
export interface DailyView {
  readonly scenario: string;
  /** UTC, as 2026-12-01. */
  readonly date: string;
}

export const DailyView: Shape<DailyView> = {
  scenario: 'text',
  date: 'text',
};
