import type uPlot from 'uplot';
import type { ChartPlan } from '../kinds/chart';
import type { Mark, MarkKind } from './marks';

/** A CSS variable's value. */
type Color = (name: string) => string;

const markColors: Readonly<Record<MarkKind, string>> = {
  action: '--accent', deploy: '--good', fault: '--warn', alert: '--bad',
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

/** What is too much, as a broken line. */
export function drawLimit(plot: uPlot, limit: number | undefined, color: Color): void {
  const { min = 0, max = 0 } = plot.scales['y'] ?? {};
  if (limit === undefined || limit < (min ?? 0) || limit > (max ?? 0)) return;
  const { ctx, bbox } = plot;
  const y = plot.valToPos(limit, 'y', true);
  ctx.save();
  ctx.strokeStyle = color('--warn');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** What happened meanwhile: a line with its sign at the top, alerts pointing up, everything else down. */
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
    const [base, tip] = kind === 'alert' ? [bbox.top + size * 1.5, bbox.top] : [bbox.top, bbox.top + size * 1.5];
    ctx.beginPath();
    ctx.moveTo(x - size, base);
    ctx.lineTo(x + size, base);
    ctx.lineTo(x, tip);
    ctx.fill();
  }
  ctx.restore();
}
