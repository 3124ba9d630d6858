import type uPlot from 'uplot';
import type { ChartPlan, Threshold } from '../kinds/chart';
import type { Mark, MarkKind } from './marks';

/** A CSS variable's value. */
type Color = (name: string) => string;

/** Of a promise a chart shows that much before it is broken. */
const nearShare = 0.25;

export const markColors: Readonly<Record<MarkKind, string>> = {
  action: '--accent', deploy: '--good', fault: '--warn', alert: '--bad',
};

/** Corners, in sizes of a mark from the middle of its upper side; the colour is not all that tells them apart, and the timeline
 * has the same. */
export const markShapes: Readonly<Record<MarkKind, readonly (readonly [number, number])[]>> = {
  action: [[0, 0], [1, 0.9], [0, 1.8], [-1, 0.9]],
  deploy: [[-0.8, 0], [1, 0.9], [-0.8, 1.8]],
  fault: [[0.4, 0], [-1, 1], [-0.1, 1], [-0.4, 1.9], [1, 0.8], [0.1, 0.8]],
  alert: [[-1, 1.5], [1, 1.5], [0, 0]],
};

const markSize = 4;

/** The space between percentiles. */
export function bandsOf({ lines, bands = [] }: ChartPlan, color: Color): uPlot.Band[] {
  const at = (name: string): number => lines.findIndex((line) => line.name === name) + 1;
  return bands.map(([upper, lower]) => {
    const line = lines.find(({ name }) => name === upper);
    return { series: [at(upper), at(lower)], fill: `color-mix(in srgb, ${color(line?.color ?? '--accent')} 16%, transparent)` };
  });
}

/** The axis of figures. What was promised is on it as soon as a quarter of it is used up. */
export function rangeOf(plan: ChartPlan, least: number, most: number): [number, number] {
  const promised = (plan.thresholds ?? []).filter((one) => one.promised).map(({ value }) => value);
  const near = promised.filter((value) => most >= value * nearShare);
  return [Math.min(0, least), plan.top ?? Math.max(1, most * 1.1, ...near.map((value) => value * 1.1))];
}

/** What was promised, or is too much, as broken lines. */
export function drawThresholds(plot: uPlot, thresholds: readonly Threshold[], color: Color): void {
  const { min = 0, max = 0 } = plot.scales['y'] ?? {};
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = 1.5 * devicePixelRatio;
  for (const { value, promised } of thresholds) {
    if (value < (min ?? 0) || value > (max ?? 0)) continue;
    const y = plot.valToPos(value, 'y', true);
    ctx.strokeStyle = color(thresholdColor(promised));
    ctx.setLineDash((promised ? [7, 3] : [3, 3]).map((length) => length * devicePixelRatio));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

export function thresholdColor(promised: boolean | undefined): string {
  return promised ? '--ink' : '--warn';
}

/** What happened meanwhile: a line with its sign at the top. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], color: Color): void {
  const { ctx, bbox } = plot;
  const { min, max } = plot.scales['x'] ?? {};
  const size = markSize * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  for (const { at, kind } of marks) {
    if (at < (min ?? Infinity) || at > (max ?? -Infinity)) continue;
    const x = plot.valToPos(at, 'x', true);
    ctx.strokeStyle = ctx.fillStyle = color(markColors[kind]);
    ctx.globalAlpha = 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.beginPath();
    markShapes[kind].forEach(([dx, dy], corner) => {
      const [left, top] = [x + dx * size, bbox.top + dy * size];
      if (corner === 0) ctx.moveTo(left, top);
      else ctx.lineTo(left, top);
    });
    ctx.fill();
  }
  ctx.restore();
}
