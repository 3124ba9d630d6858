// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { LockWaiterView } from './lock-waiter-view';

/** A lock somebody waits for: a row (data#number) or a process's mutex (server/app/number). */
export interface LockView {
  readonly key: string;
  /** Request class. */
  readonly holder: string;
  readonly write: boolean;
  /** Of its holder; blocked: by another lock. */
  readonly state: 'working' | 'waiting' | 'blocked' | 'hung';
  /** The server that asked; empty: none. */
  readonly from: string;
  readonly heldMs: number;
  readonly waiters: number;
  readonly longestMs: number;
  /** The first of those that wait. */
  readonly queue: readonly LockWaiterView[];
}

export const LockView: Shape<LockView> = {
  key: 'text',
  holder: 'text',
  write: 'flag',
  state: { oneOf: ['working', 'waiting', 'blocked', 'hung'] },
  from: 'text',
  heldMs: { parts: 10 },
  waiters: 'number',
  longestMs: { parts: 10 },
  queue: [LockWaiterView],
};
