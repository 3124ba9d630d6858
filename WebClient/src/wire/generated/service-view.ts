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
  level: { parts: 1000 },
  overall: { parts: 1000 },
  budget: { parts: 1000 },
  spent: { parts: 1000 },
  perHour: { parts: 10000 },
  parSpend: { parts: 1000 },
  inFlight: 'number',
};
