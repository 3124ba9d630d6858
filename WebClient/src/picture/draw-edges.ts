import type { Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import { along, lengthOf, type Point, type Way } from '../drawing/geometry';
import { cross } from '../drawing/strokes';
import type { Edge } from '../kinds/place';
import type { TargetView } from '../wire';

const point: Point = { x: 0, y: 0 };
/** Length of a dash and its gap, in the picture's units. */
const dashLength = 9;

/** A plain way: users to the door, or towards the data. */
export function drawWay(g: Graphics, edge: Edge, s: number, colors: Colors): void {
  path(g, edge.way, s);
  g.stroke({ width: edge.kind === 'users' ? 2 : 1.5, color: colors.lineStrong, join: 'round' });
}

/** Questions to a name server, and what a primary sends its replicas: beside the requests' ways, so thin and broken. */
export function drawAside(g: Graphics, edge: Edge, s: number, colors: Colors): void {
  dashed(g, edge.way, s);
  g.stroke({ width: 1.5, color: colors.lineStrong });
}

/** What a queue hands to a worker: no request goes that way, and it runs against the others, so it ends in an arrow. */
export function drawJobs(g: Graphics, edge: Edge, s: number, colors: Colors): void {
  drawAside(g, edge, s, colors);
  along(edge.way, 1, point);
  const [x, y] = [point.x * s, point.y * s];
  g.moveTo(x + 7, y - 4).lineTo(x + 1, y).lineTo(x + 7, y + 4);
  g.stroke({ width: 1.5, color: colors.lineStrong });
}

/** The edge to a target says what the balancer thinks of it. Unhealthy ones go to the blinking layer. */
export function drawTarget(g: Graphics, blink: Graphics, edge: Edge, target: TargetView, s: number, colors: Colors): void {
  switch (target.state) {
    case 'unhealthy':
      dashed(blink, edge.way, s);
      blink.stroke({ width: 2, color: colors.bad });
      along(edge.way, 0.62, point);
      cross(g, point.x * s, point.y * s, 5, colors.bad, 2.5);
      break;
    case 'ejected':
      dashed(g, edge.way, s);
      g.stroke({ width: 2, color: colors.warn });
      along(edge.way, 0.62, point);
      cross(g, point.x * s, point.y * s, 5, colors.warn, 2.5);
      break;
    case 'draining':
      for (let at = 0, all = dashesOf(edge.way); at < all; at++) {
        dash(g, edge.way, s, at, all);
        g.stroke({ width: 2.5, color: colors.warn, alpha: 1 - (at / all) * 0.7 });
      }
      break;
    case 'detached':
      piece(g, edge.way, s, 0, 0.3);
      piece(g, edge.way, s, 0.7, 1);
      g.stroke({ width: 1.5, color: colors.lineStrong });
      tick(g, edge.way, s, 0.3);
      tick(g, edge.way, s, 0.7);
      g.stroke({ width: 2, color: colors.ink3 });
      break;
    case 'initial':
      dashed(g, edge.way, s);
      g.stroke({ width: 1, color: colors.ink3 });
      break;
    default:
      path(g, edge.way, s);
      // attached, but nothing is handed to it
      if (target.weight === 0) g.stroke({ width: 1, join: 'round', color: colors.lineStrong, alpha: 0.4 });
      else g.stroke({ width: 1.5, join: 'round', color: colors.lineStrong });
  }
}

export function path(g: Graphics, way: Way, s: number): void {
  way.xs.forEach((x, at) => {
    const y = way.ys[at] ?? 0;
    if (at === 0) g.moveTo(x * s, y * s);
    else g.lineTo(x * s, y * s);
  });
}

function piece(g: Graphics, way: Way, s: number, from: number, to: number): void {
  const steps = 8;
  for (let at = 0; at <= steps; at++) {
    along(way, from + ((to - from) * at) / steps, point);
    if (at === 0) g.moveTo(point.x * s, point.y * s);
    else g.lineTo(point.x * s, point.y * s);
  }
}

function dashesOf(way: Way): number {
  return Math.max(2, Math.round(lengthOf(way) / dashLength));
}

function dash(g: Graphics, way: Way, s: number, at: number, all: number): void {
  along(way, at / all, point);
  g.moveTo(point.x * s, point.y * s);
  along(way, (at + 0.6) / all, point);
  g.lineTo(point.x * s, point.y * s);
}

function dashed(g: Graphics, way: Way, s: number): void {
  for (let at = 0, all = dashesOf(way); at < all; at++) dash(g, way, s, at, all);
}

/** A short stroke across the line: here it is cut. */
function tick(g: Graphics, way: Way, s: number, t: number): void {
  along(way, t, point);
  g.moveTo(point.x * s - 3, point.y * s - 6).lineTo(point.x * s + 3, point.y * s + 6);
}
