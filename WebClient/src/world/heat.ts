import type { TraceView } from '../wire';

/** A column covers so much of the drill. */
export const columnMs = 5000;
/** Ten minutes. */
const columnsMost = 120;
/** Where rows end, in milliseconds; what takes longer is in the last one. */
export const rowEndsMs = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, Infinity] as const;

/** Requests that ended in one stretch of time, by how long they took; failed: those without an answer, however long. */
export interface Column {
  readonly fromMs: number;
  readonly answered: number[];
  failed: number;
}

/** How long requests took, over time, as far as sampled traces tell. */
export class Heat {
  columns: Column[] = [];

  take(traces: readonly TraceView[]): void {
    for (const { startMs, totalMs, outcome, count } of traces) {
      const column = this.#columnAt(startMs + totalMs);
      if (outcome !== 'ok' && outcome !== 'late') column.failed += count;
      else {
        const row = rowEndsMs.findIndex((end) => totalMs < end);
        column.answered[row] = (column.answered[row] ?? 0) + count;
      }
    }
  }

  clear(): void {
    this.columns = [];
  }

  #columnAt(timeMs: number): Column {
    const fromMs = Math.floor(timeMs / columnMs) * columnMs;
    const known = this.columns.findLast((column) => column.fromMs === fromMs);
    if (known) return known;
    const column = { fromMs, answered: rowEndsMs.map(() => 0), failed: 0 };
    this.columns = [...this.columns, column].toSorted((a, b) => a.fromMs - b.fromMs).slice(-columnsMost);
    return column;
  }
}
