// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A process. Condition beside: on the idle port; old: replaced. */
export interface ProcessView {
  readonly role: 'web' | 'app' | 'db' | 'worker';
  /** Among its generation's, from 1. */
  readonly number: number;
  /** 0: none. */
  readonly port: number;
  readonly version: string;
  readonly condition: 'serving' | 'beside' | 'old' | 'down';
  /** Threads that hold a request; of a database connections (Threads 0). */
  readonly busy: number;
  readonly threads: number;
  readonly memoryMiB: number;
  /** Of those from before the drill: since it began. */
  readonly ageMs: number;
  readonly served: number;
  /** For how long it has held requests and finished none; 0: it holds none. */
  readonly quietMs: number;
}

export const ProcessView: Shape<ProcessView> = {
  role: { oneOf: ['web', 'app', 'db', 'worker'] },
  number: 'number',
  port: 'number',
  version: 'text',
  condition: { oneOf: ['serving', 'beside', 'old', 'down'] },
  busy: 'number',
  threads: 'number',
  memoryMiB: 'number',
  ageMs: { parts: 10 },
  served: 'number',
  quietMs: { parts: 10 },
};
