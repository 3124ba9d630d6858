// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { FeatureCard } from './feature-card';
import { Text } from './text';

/** A request class; TargetMs is T of the service score. */
export interface ClassCard {
  readonly id: string;
  readonly title: Text;
  readonly targetMs: number;
  readonly patienceMs: number;
  readonly features: readonly FeatureCard[];
}

export const ClassCard: Shape<ClassCard> = {
  id: 'text',
  title: Text,
  targetMs: { parts: 10 },
  patienceMs: { parts: 10 },
  features: [FeatureCard],
};
