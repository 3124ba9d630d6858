import { duration, money, percent, rate } from '../language/figures';

/** A figure the table shows, and how it is written. */
export interface TableColumn {
  readonly name: string;
  readonly write: (value: number) => string;
  /** Worse than nothing once it is above 0. */
  readonly isBad?: boolean;
}

/** Of what most kinds have; a kind adds its own. */
export const usual: readonly TableColumn[] = [
  { name: 'requests', write: rate },
  { name: 'errors', write: rate, isBad: true },
  { name: 'p95', write: duration },
  { name: 'cpu', write: percent },
  { name: 'memory', write: percent },
  { name: 'busy', write: String },
  { name: 'queue', write: String },
  { name: 'price', write: money },
];
