// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Another parameter, and the values of it with which this one matters. */
export interface Dependence {
  readonly parameter: string;
  readonly values: readonly string[];
}

export const Dependence: Shape<Dependence> = {
  parameter: 'text',
  values: ['text'],
};
