// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** An operator's action on a component of the caller's own team's estate. */
export interface CommandRequest {
  /** Chosen by the client, 1–64 characters; sending it again changes nothing (idempotent). */
  readonly id: string;
  /** An id of the action catalogue. */
  readonly action: string;
  /** Component id (or alert id for acknowledge). */
  readonly target: string;
  /** Parameter name → value as text, at most 16, each value at most 64 characters. */
  readonly args: Readonly<Record<string, string>>;
  /** Id of the command this one takes back, which must be just what that command's outcome offered; null: none. */
  readonly undoes: string | null;
}

export const CommandRequest: Shape<CommandRequest> = {
  id: 'text',
  action: 'text',
  target: 'text',
  args: { each: 'text' },
  undoes: { orNull: 'text' },
};
