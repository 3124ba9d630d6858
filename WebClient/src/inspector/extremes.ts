/** What a line of a chart comes to. */
export interface Extremes {
  readonly now: number | null;
  readonly least: number;
  readonly most: number;
}

/** Null: it has no point at all. */
export function extremesOf(values: readonly (number | null)[]): Extremes | null {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return null;
  return { now: values.at(-1) ?? null, least: Math.min(...known), most: Math.max(...known) };
}

/** The point at, or last before, a moment; times ascend. */
export function indexAt(times: readonly number[], at: number): number {
  return times.findLastIndex((time) => time <= at + 0.5);
}

/** So many of the points, evenly, with the last one: what a table has room for. */
export function few(count: number, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => count - 1 - at * step).reverse();
}
