// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { GenerationView } from './generation-view';
import { OwnCheckView } from './own-check-view';
import { PortView } from './port-view';
import { RoleView } from './role-view';

/** A server. What changes all the time stands first: so it is shorter in a frame. */
export interface ServerView {
  readonly id: string;
  /** Share of its cores that worked in the last second, 0–1. */
  readonly cpu: number;
  /** Share of its memory in use, 0–1. */
  readonly memory: number;
  readonly runQueue: number;
  readonly roles: readonly RoleView[];
  readonly rack: string;
  /** Its unit in the rack, 0 at the top. */
  readonly slot: number;
  readonly size: string;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly pricePerHour: number;
  readonly lifecycle: 'off' | 'booting' | 'running' | 'draining' | 'restarting' | 'installing' | 'stopped' | 'crashed';
  /** Simulated time at which booting, restarting or installing ends; 0 otherwise. */
  readonly lifecycleEndsMs: number;
  readonly version: string;
  /** Room for logs; 0: endless. */
  readonly diskMiB: number;
  /** Share of its disk that is full, 0–1. */
  readonly disk: number;
  /** Its requests log this many times as much as usual. */
  readonly logFactor: number;
  /** Log rotation keeps so much; 0: no rotation. */
  readonly logKeepMiB: number;
  /** Whose requests are dropped. */
  readonly firewall: readonly ('any' | 'users' | 'web' | 'app')[];
  /** Its application ports; empty without an application role. */
  readonly ports: readonly PortView[];
  /** Replaced processes that finish what they hold. */
  readonly old: readonly GenerationView[];
  /** It is being removed. */
  readonly leaving: boolean;
  /** It stops and boots with this size; empty: it keeps its own. */
  readonly nextSize: string;
  /** It stops and boots in this rack; empty: it stays. */
  readonly nextRack: string;
  /** Sources whose requests it turns away at once. */
  readonly blocked: readonly string[];
  /** False: its own checks say that it may not be a target (yet). Without checks: true while it runs. */
  readonly ready: boolean;
  readonly checks: readonly OwnCheckView[];
  /** Long-lived ones that its processes hold. */
  readonly connections: number;
}

export const ServerView: Shape<ServerView> = {
  id: 'text',
  cpu: { parts: 100 },
  memory: { parts: 100 },
  runQueue: 'number',
  roles: [RoleView],
  rack: 'text',
  slot: 'number',
  size: 'text',
  cores: 'number',
  memoryMiB: 'number',
  pricePerHour: { parts: 10000 },
  lifecycle: { oneOf: ['off', 'booting', 'running', 'draining', 'restarting', 'installing', 'stopped', 'crashed'] },
  lifecycleEndsMs: { parts: 10 },
  version: 'text',
  diskMiB: 'number',
  disk: { parts: 100 },
  logFactor: { parts: 100 },
  logKeepMiB: 'number',
  firewall: [{ oneOf: ['any', 'users', 'web', 'app'] }],
  ports: [PortView],
  old: [GenerationView],
  leaving: 'flag',
  nextSize: 'text',
  nextRack: 'text',
  blocked: ['text'],
  ready: 'flag',
  checks: [OwnCheckView],
  connections: 'number',
};
