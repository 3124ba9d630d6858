import type { Graphics } from 'pixi.js';
import type { Colors } from '../../drawing/colors';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, cross } from '../../drawing/strokes';
import { duration, rate, secondsUntil } from '../../language/figures';
import type { DatabaseView } from '../../wire';
import type { World } from '../../world/world';
import { agoOf, heldAt, type Held } from '../held';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { capOf, drawParts, rowsOf, share } from './parts';
import { drawReplicaFigures } from './replica';
import { isFar, seatsOf } from './seats';
import { databaseOn, primaryOf } from './state';

export const draw: Draw = {
  seats: seatsOf,
  draw(node, world, look) {
    const view = world.of('databases').get(node.id);
    const followed = view ? null : databaseOn(node.id, world);
    if (followed) return { from: [followed], on: (sketch) => drawReplica(sketch, node, followed, look) };
    if (!view) return null;
    const runs = isUp(view.server, world) && (primaryOf(view)?.up ?? true);
    const second = view.promoting !== '' ? Math.floor(world.timeMs / 1000) : 0;
    const held = view.lockWaiters > 0 ? heldAt(world, view.id) : null;
    const ago = held ? agoOf(held) : '';
    return { from: [view, runs, second, ago], on: (sketch) => drawDatabase(sketch, node, { view, runs, held }, look) };
  },
};

function isUp(id: string, world: World): boolean {
  const server = world.of('servers').get(id);
  return server === undefined || server.lifecycle === 'running' || server.lifecycle === 'draining';
}

/** A database, whether it runs, and who was just seen to hold its lock. */
interface Shown {
  readonly view: DatabaseView;
  readonly runs: boolean;
  readonly held: Held | null;
}

/** A database in its server: a drum with its connections, work slots and the door of its row locks. */
function drawDatabase(sketch: Sketch, node: Node, { view, runs, held }: Shown, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const cap = capOf(h);
  const { g } = sketch;
  sketch.begin();
  drum(g, w, h, cap, runs, colors);
  const y = cap * 2 + 2;
  if (isFar(node, s)) {
    const name = { size: 11, color: colors.ink, bold: true, align: 'center', most: w - 8 } as const;
    if (w > 44 && h > 24) sketch.text(view.id, w / 2, y, name);
    const style = { size: 10, color: colors.ink2, align: 'center' } as const;
    if (h > 46) sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, y + 15, style);
    const used = share(view.connections, view.maxConnections);
    bar(g, { x: w * 0.12, y: h - cap - 8, w: w * 0.76, h: 4 }, used, colors.idle, loadColor(used, colors));
  } else {
    drawHead(sketch, w, y, view, runs, look);
    drawParts(sketch, rowsOf(w, h), view, held, look);
  }
  if (look.isPending(view.id)) g.circle(w - 8, cap + 4, 3.5).fill(colors.warn);
  sketch.end();
}

/** Its name, and what it is doing. */
function drawHead(sketch: Sketch, w: number, y: number, view: DatabaseView, runs: boolean, look: Look): void {
  const { colors } = look;
  sketch.text(view.id, 10, y, { size: 12, color: colors.ink, bold: true, most: w * 0.45 });
  if (view.promoting !== '') {
    const style = { size: 11, color: colors.warn, bold: true, align: 'right', most: w * 0.5 } as const;
    sketch.text(`→ ${view.promoting} ${secondsUntil(view.promotesMs, look.timeMs)}`, w - 10, y + 1, style);
  } else if (!runs) {
    cross(sketch.g, w - 16, y + 7, 5, colors.bad);
  } else {
    const latency = w >= 170 ? `  p95 ${duration(view.latency.p95)}` : '';
    const style = { size: 10, color: colors.ink2, align: 'right', most: w * 0.55 - 14 } as const;
    sketch.text(`${rate(view.requestsPerSecond)}/s${latency}`, w - 10, y + 1, style);
  }
}

/** A replica: a smaller drum that follows its primary, and by how much it lags. */
function drawReplica(sketch: Sketch, node: Node, view: DatabaseView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const cap = capOf(h);
  const up = view.nodes.find((each) => each.server === node.id)?.up ?? false;
  sketch.begin();
  drum(sketch.g, w, h, cap, up, colors);
  drawReplicaFigures(sketch, { x: 10, y: cap * 2 + 2, w: w - 20, h: h - cap * 3 - 2 }, view, node.id, look);
  if (look.isPending(node.id)) sketch.g.circle(w - 8, cap + 4, 3.5).fill(colors.warn);
  sketch.end();
}

function drum(g: Graphics, w: number, h: number, cap: number, runs: boolean, colors: Colors): void {
  const line = { width: runs ? 1 : 2, color: runs ? colors.lineStrong : colors.bad };
  g.moveTo(0, cap).lineTo(0, h - cap).bezierCurveTo(0, h + cap / 3, w, h + cap / 3, w, h - cap).lineTo(w, cap)
    .bezierCurveTo(w, -cap / 3, 0, -cap / 3, 0, cap).fill(runs ? colors.surface : colors.rack).stroke(line);
  g.moveTo(0, cap).bezierCurveTo(0, cap * 2.3, w, cap * 2.3, w, cap).stroke(line);
}
