// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** A release waiting to go out; the window is in seconds from the drill's start. */
export interface ReleaseCard {
  readonly version: string;
  readonly title: Text;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

export const ReleaseCard: Shape<ReleaseCard> = {
  version: 'text',
  title: Text,
  fromSeconds: { parts: 1000 },
  untilSeconds: { parts: 1000 },
};
