// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Replaced processes of a role; one entry a process that still runs. */
export interface GenerationView {
  readonly role: 'web' | 'app' | 'db' | 'worker';
  readonly version: string;
  /** Application port they listen on (web: hand requests on to). */
  readonly port: number;
  readonly busy: readonly number[];
}

export const GenerationView: Shape<GenerationView> = {
  role: { oneOf: ['web', 'app', 'db', 'worker'] },
  version: 'text',
  port: 'number',
  busy: ['number'],
};
