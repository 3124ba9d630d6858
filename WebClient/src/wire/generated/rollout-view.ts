// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** The rollout desk. */
export interface RolloutView {
  readonly id: string;
  readonly status: 'idle' | 'running' | 'rolling-back' | 'done' | 'failed' | 'paused';
  readonly version: string;
  readonly fromVersion: string;
  readonly step: 'none' | 'drain' | 'install' | 'check' | 'bake' | 'provision' | 'shift' | 'switch' | 'remove';
  /** Servers at work; blue/green: the new group. */
  readonly batch: readonly string[];
  readonly done: readonly string[];
  /** Servers still to come; blue/green: the old group. */
  readonly waiting: readonly string[];
  readonly stepEndsMs: number;
  readonly strategy: 'in-place' | 'rolling' | 'canary' | 'recreate' | 'blue-green' | 'in-server' | 'replace';
  /** Blue/green: percent of the traffic on the new group. */
  readonly share: number;
}

export const RolloutView: Shape<RolloutView> = {
  id: 'text',
  status: { oneOf: ['idle', 'running', 'rolling-back', 'done', 'failed', 'paused'] },
  version: 'text',
  fromVersion: 'text',
  step: { oneOf: ['none', 'drain', 'install', 'check', 'bake', 'provision', 'shift', 'switch', 'remove'] },
  batch: ['text'],
  done: ['text'],
  waiting: ['text'],
  stepEndsMs: { parts: 10 },
  strategy: { oneOf: ['in-place', 'rolling', 'canary', 'recreate', 'blue-green', 'in-server', 'replace'] },
  share: 'number',
};
