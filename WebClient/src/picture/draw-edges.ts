import type { Graphics } from 'pixi.js';
import type { TargetView } from '../wire';
import type { Colors } from './colors';
import { along, type Curve, type Point } from './geometry';
import type { Edge } from './layout';
import { cross } from './strokes';

const point: Point = { x: 0, y: 0 };
const dashes = 14;

/** A plain way: users to the door, or towards the data. */
export function drawWay(g: Graphics, edge: Edge, s: number, colors: Colors): void {
  path(g, edge, s);
  g.stroke({ width: edge.kind === 'users' ? 2 : 1.5, color: edge.kind === 'users' ? colors.lineStrong : colors.line });
}

/** The edge to a target says what the balancer thinks of it. Unhealthy ones go to the blinking layer. */
export function drawTarget(g: Graphics, blink: Graphics, edge: Edge, target: TargetView, s: number, colors: Colors): void {
  switch (target.state) {
    case 'unhealthy':
      dashed(blink, edge, s);
      blink.stroke({ width: 2, color: colors.bad });
      along(edge, 0.62, point);
      cross(g, point.x * s, point.y * s, 5, colors.bad, 2.5);
      break;
    case 'draining':
      for (let at = 0; at < dashes; at++) {
        dash(g, edge, s, at);
        g.stroke({ width: 2, color: colors.warn, alpha: 1 - (at / dashes) * 0.8 });
      }
      break;
    case 'detached':
      piece(g, edge, s, 0, 0.3);
      piece(g, edge, s, 0.7, 1);
      g.stroke({ width: 1.5, color: colors.line });
      tick(g, edge, s, 0.3);
      tick(g, edge, s, 0.7);
      g.stroke({ width: 2, color: colors.ink3 });
      break;
    case 'initial':
      dashed(g, edge, s);
      g.stroke({ width: 1, color: colors.ink3 });
      break;
    default:
      path(g, edge, s);
      g.stroke({ width: 1.5, color: colors.lineStrong });
  }
}

function path(g: Graphics, curve: Curve, s: number): void {
  const middle = ((curve.x0 + curve.x1) / 2) * s;
  g.moveTo(curve.x0 * s, curve.y0 * s).bezierCurveTo(middle, curve.y0 * s, middle, curve.y1 * s, curve.x1 * s, curve.y1 * s);
}

function piece(g: Graphics, curve: Curve, s: number, from: number, to: number): void {
  const steps = 8;
  for (let at = 0; at <= steps; at++) {
    along(curve, from + ((to - from) * at) / steps, point);
    if (at === 0) g.moveTo(point.x * s, point.y * s);
    else g.lineTo(point.x * s, point.y * s);
  }
}

function dash(g: Graphics, curve: Curve, s: number, at: number): void {
  along(curve, at / dashes, point);
  g.moveTo(point.x * s, point.y * s);
  along(curve, (at + 0.6) / dashes, point);
  g.lineTo(point.x * s, point.y * s);
}

function dashed(g: Graphics, curve: Curve, s: number): void {
  for (let at = 0; at < dashes; at++) dash(g, curve, s, at);
}

/** A short stroke across the line: here it is cut. */
function tick(g: Graphics, curve: Curve, s: number, t: number): void {
  along(curve, t, point);
  g.moveTo(point.x * s - 2, point.y * s - 5).lineTo(point.x * s + 2, point.y * s + 5);
}
