import { duration } from '../language/figures';
import { m } from '../paraglide/messages';

export interface ChartLine {
  readonly name: string;
  readonly color: string;
  readonly percent?: boolean;
  /** What it is called, where its name is not a figure's. */
  readonly label?: string;
}

/** A broken line across a chart, and what it says there, in its legend and in its sentence. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
  /** What was promised to users; otherwise what there is at most, or what is too much. */
  readonly promised?: boolean;
}

export interface ChartPlan {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  /** Fixed top of the axis; without it the axis follows the figures. */
  readonly top?: number;
  /** Lines with the space between them filled: the upper one, the lower one. */
  readonly bands?: readonly (readonly [string, string])[];
  readonly thresholds?: readonly Threshold[];
}

/** What users of a class were promised: an answer within that time. */
export interface Promised {
  readonly id: string;
  readonly title: string;
  readonly targetMs: number;
}

export const traffic: ChartPlan = {
  title: 'traffic',
  lines: [
    { name: 'requests', color: '--accent' },
    { name: 'errors', color: '--bad' },
  ],
};

/** Latency of all requests together, and what was promised for them. */
export function latencyOf(promised: readonly Promised[]): ChartPlan {
  return {
    title: 'latency',
    lines: [
      { name: 'p50', color: '--good' },
      { name: 'p95', color: '--accent' },
      { name: 'p99', color: '--warn' },
    ],
    bands: [['p99', 'p95'], ['p95', 'p50']],
    thresholds: targetsOf(promised),
  };
}

/** One line for all classes that share a target, the strictest first. */
export function targetsOf(promised: readonly Promised[]): readonly Threshold[] {
  const targets = [...new Set(promised.map(({ targetMs }) => targetMs))].toSorted((a, b) => a - b);
  return targets.map((value) => {
    const classes = promised.filter(({ targetMs }) => targetMs === value).map(({ title }) => title).join(', ');
    return { value, promised: true, label: m.chart_target({ time: duration(value), classes }) };
  });
}

/** What there is at most, as far as there is such a thing. */
export function mostOf(value: number): readonly Threshold[] {
  return value > 0 ? [{ value, label: m.chart_most({ n: String(value) }) }] : [];
}

/** From that share on it is too much. */
export function tooMuch(share: number): readonly Threshold[] {
  return [{ value: share, label: m.chart_too_much({ n: `${Math.round(share * 100)} %` }) }];
}

/** A share of what there is, by itself. */
export function shareOf(name: string, color: string, title = name, thresholds: readonly Threshold[] = []): ChartPlan {
  return { title, top: 1, lines: [{ name, color, percent: true }], thresholds };
}
