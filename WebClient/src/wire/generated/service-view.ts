// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** The whole service. Level is the mean request value of the last 10 s (0–1); Budget the error budget left (0–1). */
export interface ServiceView {
  readonly level: number;
  readonly overall: number;
  readonly budget: number;
  readonly spent: number;
  readonly perHour: number;
  readonly parSpend: number;
  readonly inFlight: number;
}

export const ServiceView: Shape<ServiceView> = {
  level: 'number',
  overall: 'number',
  budget: 'number',
  spent: 'number',
  perHour: 'number',
  parSpend: 'number',
  inFlight: 'number',
};
