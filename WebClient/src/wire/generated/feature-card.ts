// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** What a flag switches off; Worth: so much less (0–1) is a good answer worth then. */
export interface FeatureCard {
  readonly id: string;
  readonly title: Text;
  readonly worth: number;
}

export const FeatureCard: Shape<FeatureCard> = {
  id: 'text',
  title: Text,
  worth: 'number',
};
