import type { Box, Way } from '../drawing/geometry';
import type { TargetView } from '../wire';
import type { World } from '../world/world';
import type { Stage } from './stage';
import type { Station } from './station';

/** Columns of the picture from left to right. Racks behind an inner balancer have a column of their own. */
export const columns = ['users', 'edge', 'door', 'rack', 'inner', 'behind', 'middle', 'data'] as const;

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
  /** What is drawn apart within it, once it has its box; it may have grown. */
  inside?(box: Box, grown: number): readonly Node[];
}

/** A box of the picture that stands for a component, or for a part of one. */
export interface Node extends Box {
  /** The kind that draws it. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  /** Drawn as a strip only (the chassis under a database). */
  readonly slim: boolean;
  readonly sections: readonly Section[];
}

/** A role's part of a server. */
export interface Section extends Box {
  readonly role: string;
}

/** A column that is arranged by itself, in the room the other columns leave. */
export interface Block {
  readonly column: Column;
  arrange(room: Room): Arranged;
}

export interface Room {
  readonly aspect: number;
  /** Of what stands in the other columns. */
  readonly fixedWidth: number;
}

export interface Arranged {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
}

/** Ask: users to the name server; copy: what a primary writes, to a replica; jobs: what a queue hands out, to a worker. */
export type EdgeKind = 'users' | 'target' | 'data' | 'ask' | 'copy' | 'jobs';

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  /** What a balancer thinks of the target at its end, now. */
  target?(world: World): TargetView | undefined;
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
