import type { Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import { along, lengthOf, type Point } from '../drawing/geometry';
import type { Look } from '../drawing/look';
import { cross } from '../drawing/strokes';
import type { Edge } from '../kinds/place';
import type { HealthCheckView, TargetView } from '../wire';

/** Where the balancer's check knocks, in pixels before the server's rack, and how large its verdict is. */
const knockPixels = 15;
const verdictReach = 4.5;
const countdownRadius = 9;
const point: Point = { x: 0, y: 0 };

/** What the last check of a target found: a tick, a cross, or nothing yet. */
export function drawVerdict(g: Graphics, { way }: Edge, { state, lastProbe }: TargetView, s: number, colors: Colors): void {
  if (state === 'detached' || state === 'draining') return;
  const { x, y } = knockOf(way, s);
  const color = lastProbe === 'ok' ? colors.good : lastProbe === 'none' ? colors.ink3 : colors.bad;
  g.circle(x, y, verdictReach + 1.5).fill(colors.surface).stroke({ width: 1.2, color });
  if (lastProbe === 'ok') g.moveTo(x - 2.4, y).lineTo(x - 0.6, y + 2).lineTo(x + 2.6, y - 2.2).stroke({ width: 1.5, color });
  else if (lastProbe !== 'none') cross(g, x, y, 2, color, 1.5);
}

/** What is left of the time until the next check, as a ring around the verdict of the last one that runs out. */
export function drawCountdown(
  g: Graphics, { way }: Edge, { state, nextProbeMs }: TargetView, check: HealthCheckView | undefined, look: Look,
): void {
  if (!check || check.intervalSeconds <= 0 || state === 'detached' || state === 'draining') return;
  const left = Math.min(1, (nextProbeMs - look.timeMs) / 1000 / check.intervalSeconds);
  if (left <= 0.01) return;
  const { x, y } = knockOf(way, look.scale);
  const from = -Math.PI / 2;
  g.moveTo(x, y - countdownRadius).arc(x, y, countdownRadius, from, from + Math.PI * 2 * left);
  g.stroke({ width: 2, color: look.colors.accent });
}

/** Before its server, in pixels. */
function knockOf(way: Edge['way'], s: number): Point {
  along(way, Math.max(0.5, 1 - (knockPixels + 10) / Math.max(1, lengthOf(way) * s)), point);
  return { x: point.x * s, y: point.y * s };
}
