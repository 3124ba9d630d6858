export interface ChartLine {
  readonly name: string;
  readonly color: string;
  readonly percent?: boolean;
}

export interface ChartPlan {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  /** Fixed top of the axis; without it the axis follows the figures. */
  readonly top?: number;
  /** Lines with the space between them filled: the upper one, the lower one. */
  readonly bands?: readonly (readonly [string, string])[];
  /** Beyond this it is too much. */
  readonly limit?: number;
}

export const traffic: ChartPlan = {
  title: 'traffic',
  lines: [
    { name: 'requests', color: '--accent' },
    { name: 'errors', color: '--bad' },
  ],
};

export const latency: ChartPlan = {
  title: 'latency',
  lines: [
    { name: 'p50', color: '--good' },
    { name: 'p95', color: '--accent' },
    { name: 'p99', color: '--warn' },
  ],
  bands: [['p99', 'p95'], ['p95', 'p50']],
};

/** A share of what there is, by itself. */
export function shareOf(name: string, color: string, title = name): ChartPlan {
  return { title, top: 1, lines: [{ name, color, percent: true }] };
}
