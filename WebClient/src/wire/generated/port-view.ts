// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** An application port. */
export interface PortView {
  readonly number: number;
  readonly stage: 'empty' | 'installing' | 'starting' | 'ready' | 'serving' | 'stopping';
  readonly version: string;
  /** Simulated time at which installing or starting ends; 0 otherwise. */
  readonly endsMs: number;
  readonly threads: number;
  /** Of each process beside the one that serves; empty where the role itself says it. */
  readonly busy: readonly number[];
}

export const PortView: Shape<PortView> = {
  number: 'number',
  stage: { oneOf: ['empty', 'installing', 'starting', 'ready', 'serving', 'stopping'] },
  version: 'text',
  endsMs: { parts: 10 },
  threads: 'number',
  busy: ['number'],
};
