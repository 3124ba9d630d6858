// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * A text by its code and what fills it; whoever shows it has the texts (Server/Texts/texts.{language}.json) and the rules of
 * their placeholders.
 */
export interface Phrase {
  readonly code: string;
  readonly args: readonly string[];
}

export const Phrase: Shape<Phrase> = {
  code: 'text',
  args: ['text'],
};
