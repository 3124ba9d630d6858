import type { Box, Way } from '../drawing/geometry';
import type { TargetView } from '../wire';
import type { World } from '../world/world';
import type { Stage } from './stage';
import type { Station } from './station';

/**
 * Columns of the picture from left to right: web servers, and application servers behind them; what takes jobs, and who does
 * them; what spares the data a question, and the servers that hold the data. A rack stands in each column it has servers of.
 */
export const columns = [
  'users', 'edge', 'door', 'front', 'inner', 'behind', 'queue', 'workers', 'cache', 'data',
] as const;

export type Column = (typeof columns)[number];

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Wants a place in a column. */
export interface Item extends Size {
  /** What is chosen with it. */
  readonly id: string;
  /** Its drawing's own, where several have one id. */
  readonly name?: string;
  readonly stage: Stage;
  /** The first of these where something stands that can stand nowhere else. */
  readonly at: readonly Column[];
}

/** Frames hold boxes, boxes hold parts. */
export type Layer = 'frame' | 'box' | 'part';

/** A box of the picture that stands for a component, or for a part of one. */
export interface Node extends Box {
  /** The kind that draws it. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly layer: Layer;
  readonly sections: readonly Section[];
}

/** A role's part of a server. */
export interface Section extends Box {
  readonly role: string;
}

/** A frame with all it holds; its own corner is at 0, 0. */
export interface Tower extends Size {
  readonly nodes: readonly Node[];
}

/** Towers that stand in a column one above another, or beside each other where that column is too high. */
export interface Block {
  readonly column: Column;
  /** Roomy: few of them, and wider than high, so they may be higher. */
  towers(roomy: boolean): readonly Tower[];
}

/** Ask: users to the name server; copy: what a primary writes, to a replica; jobs: what a queue hands out, to a worker. */
export type EdgeKind = 'users' | 'target' | 'data' | 'ask' | 'copy' | 'jobs';

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  /** How much goes along it, now. */
  flow?(world: World): Flow | undefined;
  /** What a balancer thinks of the target at its end, now. */
  target?(world: World): TargetView | undefined;
}

/** Requests a second, and those of them that fail. */
export interface Flow {
  readonly perSecond: number;
  readonly failing: number;
}

/** What is placed already, for those who lay their ways through it. */
export interface Site {
  readonly world: World;
  readonly nodes: readonly Node[];
  /** The first of these there is. */
  station(...names: readonly string[]): Station | undefined;
  /** Where users come in, after that stage: ids of the first that admit them. */
  entrances(after?: Stage): readonly string[];
  /** None where either end is missing. */
  join(ends: Omit<Edge, 'way'>, start: Station | undefined, end: Station | undefined): readonly Edge[];
}
