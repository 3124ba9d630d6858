// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** An instructor's fault injection. */
export interface InjectRequest {
  /** Team id, or null for every team. */
  readonly team: string | null;
  /** An id of the fault catalogue, e.g. server-hang. */
  readonly fault: string;
  /** Component id. */
  readonly target: string;
  /** Parameter name → value as text, as of a command; left out: the catalogue's initial value. */
  readonly args: Readonly<Record<string, string>>;
}

export const InjectRequest: Shape<InjectRequest> = {
  team: { orNull: 'text' },
  fault: 'text',
  target: 'text',
  args: { each: 'text' },
};
