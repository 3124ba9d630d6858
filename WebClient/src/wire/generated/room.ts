// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { PersonView } from './person-view';
import { TeamView } from './team-view';

/**
 * The drill as everybody in it sees it: sent whole when people, status, speed or the like change; meanwhile Standings tells how
 * the teams stand.
 */
export interface Room {
  readonly drill: string;
  readonly code: string;
  readonly solo: boolean;
  readonly status: 'lobby' | 'running' | 'paused' | 'finished';
  /** 0.5, 1, 2, 4 or 8. */
  readonly speed: number;
  /** Empty before the end: who knew it could play the rest of the drill in advance. */
  readonly seed: string;
  readonly teams: readonly TeamView[];
  readonly people: readonly PersonView[];
  /** The server cannot save: all clocks stand, and go on by themselves. */
  readonly waits: boolean;
  /**
   * Upgraded: the server was upgraded meanwhile, and who directs the drill has to choose GoOn or Finish; mixed: it was played by
   * more than one version, or came out differently after a restart, and its results stand on no board.
   */
  readonly rules: 'own' | 'upgraded' | 'mixed';
  /** Its player breaks things at will; its scores are all 0 and on no board. */
  readonly sandbox: boolean;
  /** Practice: until then it went as a drill before, and its result stands on no board; 0: it is none. */
  readonly fromMs: number;
}

export const Room: Shape<Room> = {
  drill: 'text',
  code: 'text',
  solo: 'flag',
  status: { oneOf: ['lobby', 'running', 'paused', 'finished'] },
  speed: 'number',
  seed: 'text',
  teams: [TeamView],
  people: [PersonView],
  waits: 'flag',
  rules: { oneOf: ['own', 'upgraded', 'mixed'] },
  sandbox: 'flag',
  fromMs: { parts: 10 },
};
