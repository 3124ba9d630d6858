// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A command that takes another one back. */
export interface UndoView {
  readonly action: string;
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
}

export const UndoView: Shape<UndoView> = {
  action: 'text',
  target: 'text',
  args: { each: 'text' },
};
