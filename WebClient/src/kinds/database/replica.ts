import type { Box } from '../../drawing/geometry';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { duration, rate, secondsUntil } from '../../language/figures';
import type { DatabaseNodeView, DatabaseView } from '../../wire';
import { share } from './parts';

/** From this lag on a replica's answers are noticeably old. */
const lagLateMs = 1000;

export function drawReplicaFigures(sketch: Sketch, box: Box, view: DatabaseView, server: string, look: Look): void {
  const { colors } = look;
  const node = view.nodes.find((each) => each.server === server);
  if (!node || box.w < 40 || box.h < 10) return;
  const next = view.promoting === server;
  const title = look.words('label', next ? 'promoting' : node.copying ? 'copying' : 'replica');
  const late = view.lagMs >= lagLateMs;
  sketch.text(title, box.x, box.y, { size: 11, color: next ? colors.warn : colors.ink2, bold: true, most: box.w * 0.5 });
  const color = !node.up ? colors.bad : late ? colors.warn : colors.ink2;
  const style = { size: 10, color, bold: late || !node.up, align: 'right', most: box.w * 0.5 } as const;
  sketch.text(lagOf(node, view, look), box.x + box.w, box.y + 1, style);
  if (box.h >= 34) {
    sketch.text(`${rate(node.requestsPerSecond)}/s`, box.x, box.y + 16, { size: 10, color: colors.ink2, most: box.w * 0.4 });
    const figure = `${node.connections}/${view.maxConnections}`;
    const right = { size: 10, color: colors.ink2, align: 'right', most: box.w * 0.5 } as const;
    sketch.text(figure, box.x + box.w, box.y + 16, right);
  }
  const used = share(node.connections, view.maxConnections);
  bar(sketch.g, { x: box.x, y: box.y + box.h - 6, w: box.w, h: 5 }, used, colors.idle, loadColor(used, colors));
}

function lagOf(node: DatabaseNodeView, view: DatabaseView, look: Look): string {
  if (!node.up) return look.words('label', 'down');
  return node.copying ? secondsUntil(node.copiedMs, look.timeMs) : `${look.words('label', 'lag')} ${duration(view.lagMs)}`;
}
