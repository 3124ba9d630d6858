// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** A hint that was asked for, by whom and when. */
export interface HintView {
  readonly text: Text;
  readonly points: number;
  readonly atMs: number;
  readonly by: string;
}

export const HintView: Shape<HintView> = {
  text: Text,
  points: 'number',
  atMs: { parts: 10 },
  by: 'text',
};
