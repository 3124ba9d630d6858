// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** A plan of the library. Kind: nothing, par or tempting; in the comparison the strategy. */
export interface PlanTemplate {
  readonly kind: string;
  readonly title: Text;
  readonly text: string;
}

export const PlanTemplate: Shape<PlanTemplate> = {
  kind: 'text',
  title: Text,
  text: 'text',
};
