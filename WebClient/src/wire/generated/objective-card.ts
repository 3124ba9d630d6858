// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** What the drill asks for. */
export interface ObjectiveCard {
  readonly id: string;
  readonly text: Text;
}

export const ObjectiveCard: Shape<ObjectiveCard> = {
  id: 'text',
  text: Text,
};
