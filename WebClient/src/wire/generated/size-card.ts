// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A server size and its price in dollars an hour. */
export interface SizeCard {
  readonly id: string;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly pricePerHour: number;
}

export const SizeCard: Shape<SizeCard> = {
  id: 'text',
  cores: 'number',
  memoryMiB: 'number',
  pricePerHour: { parts: 10000 },
};
