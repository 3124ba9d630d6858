// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A field of an action's form. */
export interface FieldView {
  readonly name: string;
  /** What it starts from; empty: nothing can be chosen, or it must be typed. */
  readonly initial: string;
  /** What may be chosen now; null: it is typed. */
  readonly choices: readonly string[] | null;
}

export const FieldView: Shape<FieldView> = {
  name: 'text',
  initial: 'text',
  choices: { orNull: ['text'] },
};
