import { fitting } from '../../drawing/fitting';
import type { Box } from '../../drawing/geometry';
import { near, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { cells, dashedBox } from '../../drawing/strokes';
import { duration, rate, secondsUntil } from '../../language/figures';
import type { BalancerView, TlsView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';

/** Height of the row of handshakes at a balancer, in pixels. */
const tlsRow = 22;
/** A smaller sign would only smudge the words around it. */
const signLeast = 7;

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('balancers').get(node.id);
    if (!view) return null;
    const second = view.downUntilMs > 0 ? Math.floor(world.timeMs / 1000) : 0;
    return { from: [view, second], on: (sketch) => drawBalancer(sketch, node, view, look) };
  },
};

/** How its targets are, and whether it is there itself. */
interface Health {
  readonly healthy: number;
  readonly counted: number;
  readonly down: boolean;
  readonly color: number;
}

function healthOf(view: BalancerView, { colors, timeMs }: Look): Health {
  const healthy = view.targets.filter((target) => target.state === 'healthy').length;
  const counted = view.targets.filter((target) => target.state !== 'detached').length;
  const down = view.downUntilMs > timeMs;
  const color = healthy === 0 || down ? colors.bad : healthy < counted ? colors.warn : colors.good;
  return { healthy, counted, down, color };
}

function drawBalancer(sketch: Sketch, node: Node, view: BalancerView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  sketch.begin();
  g.roundRect(0, 0, w, h, 10).fill(colors.surface).stroke({ width: 1, color: colors.lineStrong });
  const health = healthOf(view, look);
  if (health.down) dashedBox(g, { x: 0, y: 0, w, h }, 5, colors.bad, 1.5);
  const row = view.tls ? tlsRow : 0;
  const roomy = w >= near.node.w && h >= near.node.h + 48 + row / 2;
  const low = roomy ? row : 0;
  const centre = roomy ? 38 + (h - low - 88) / 2 : h / 2;
  const reach = roomy ? Math.min(22, (h - low - 88) * 0.62) : Math.min(15, w * 0.2);
  if (reach >= signLeast) drawSign(sketch, w / 2, centre, reach, health.color);
  if (roomy) drawFigures(sketch, w, h - low, view, health, look);
  else if (w > 50 && h > 50) {
    sketch.text(view.id, w / 2, 5, { size: 11, color: colors.ink, bold: true, align: 'center', most: w - 8 });
    sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, h - 18, { size: 10, color: colors.ink2, align: 'center' });
  }
  if (roomy && view.tls) drawHandshakes(sketch, { x: 10, y: h - tlsRow, w: w - 20, h: tlsRow }, view.tls, look);
  if (look.isPending(view.id)) g.circle(w - 9, 9, 3.5).fill(colors.warn);
  sketch.end();
}

/** One way in, three ways out. */
function drawSign({ g }: Sketch, x: number, y: number, reach: number, color: number): void {
  g.moveTo(x - reach, y).lineTo(x - reach * 0.2, y);
  for (const up of [-1, 0, 1]) g.moveTo(x - reach * 0.2, y).lineTo(x + reach, y + up * reach * 0.7);
  g.stroke({ width: 2, color, cap: 'round' });
}

function drawFigures(sketch: Sketch, w: number, low: number, view: BalancerView, health: Health, look: Look): void {
  const { colors } = look;
  const { healthy, counted, down, color } = health;
  const back = secondsUntil(view.downUntilMs, look.timeMs);
  const state = down ? `${look.words('life', 'restarting')} ${back}` : look.words('choice', view.algorithm);
  const style = { size: 10, color: down ? colors.bad : colors.ink3, bold: down, align: 'center', most: w - 12 } as const;
  sketch.text(view.id, w / 2, 8, { size: 12, color: colors.ink, bold: true, align: 'center', most: w - 12 });
  sketch.text(fitting([state, down ? back : ''], w - 8), w / 2, 24, style);
  const rateStyle = { size: 14, color: colors.ink, bold: true, align: 'center' } as const;
  sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, low - 50, rateStyle);
  sketch.text(`p95 ${duration(view.latency.p95)}`, w / 2, low - 32, { size: 10, color: colors.ink2, align: 'center' });
  const failing = view.errorsPerSecond > 0;
  const last = failing ? `✕ ${rate(view.errorsPerSecond)}/s` : `${healthy}/${counted} ${look.words('target', 'healthy')}`;
  const lastStyle = { size: 10, color: failing ? colors.bad : color, align: 'center', bold: failing, most: w - 12 } as const;
  sketch.text(last, w / 2, low - 18, lastStyle);
}

/** Handshakes: a cell for each core that works on one, how many a second, and who waits. */
function drawHandshakes(sketch: Sketch, box: Box, tls: TlsView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const waits = tls.queue > 0;
  g.moveTo(box.x, box.y).lineTo(box.x + box.w, box.y).stroke({ width: 1, color: colors.line });
  sketch.text('TLS', box.x, box.y + 5, { size: 10, color: colors.ink3 });
  const area = { x: box.x + 24, y: box.y + 7, w: Math.min(30, tls.cores * 9), h: 9 };
  cells(g, area, tls.cores, tls.busy, colors.idle, waits ? colors.warn : colors.accent);
  const figure = waits ? `+${rate(tls.queue)}` : `${rate(tls.handshakesPerSecond)}/s`;
  const style = { size: 10, color: waits ? colors.bad : colors.ink2, bold: waits, align: 'right' } as const;
  sketch.text(figure, box.x + box.w, box.y + 5, style);
}
