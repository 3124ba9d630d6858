// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A text a player reads, in both languages. Plain text: never markup. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

export const Text: Shape<Text> = {
  en: 'text',
  ko: 'text',
};
