import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { secondsUntil, timeLeft } from '../../language/figures';
import type { CertificateView } from '../../wire';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { expiryOf } from './expiry';
import { isServed } from './served';

/** Narrower than this there is no room for words beside a time. */
const wordsFrom = 92;

/** Served: users are shown it. Soon: an alert says that it expires. */
interface Standing {
  readonly served: boolean;
  readonly soon: boolean;
  /** When it expires, if a look has told. */
  readonly expires: number | null;
}

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('certificates').get(node.id);
    if (!view) return null;
    const soon = world.alerts.some((alert) => alert.component === node.id);
    const served = isServed(node.id, world);
    // The time left goes on by itself.
    const second = Math.floor(world.timeMs / 1000);
    const expires = expiryOf(node.id, world);
    const standing = { served, soon, expires };
    return { from: [view, second, served, soon, expires], on: (sketch) => drawCertificate(sketch, node, view, standing, look) };
  },
};

/**
 * A certificate: a lock, open and red when it has expired, yellow when it will soon, pale while another one is served. How long
 * it is good only a look tells.
 */
function drawCertificate(sketch: Sketch, node: Node, view: CertificateView, standing: Standing, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  const over = view.expired;
  const { served, soon } = standing;
  const color = over ? colors.bad : soon ? colors.warn : served ? colors.good : colors.ink3;
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface).stroke({ width: over ? 2 : 1, color: over ? colors.bad : colors.line });
  const size = Math.min(13, h * 0.36);
  const x = 9;
  drawLock(sketch, x, h / 2 - size * 0.2, size, over, color);
  const from = x + size + 7;
  const room = w - from - 5;
  if (room > 26) {
    const two = h >= 36;
    if (two) sketch.text(view.id, from, h / 2 - 15, { size: 10, color: colors.ink2, most: room });
    const ink = over ? colors.bad : soon ? colors.warn : served ? colors.ink : colors.ink2;
    const life = lifeOf(view, standing, room, look);
    sketch.text(life, from, two ? h / 2 - 1 : h / 2 - 7, { size: 11, color: ink, bold: true, most: room });
  }
  if (look.isPending(view.id)) g.circle(w - 7, 7, 3.5).fill(colors.warn);
  sketch.end();
}

/** The shackle of an expired one stands open. */
function drawLock({ g }: Sketch, x: number, y: number, size: number, open: boolean, color: number): void {
  g.roundRect(x, y, size, size * 0.8, 2).fill(color);
  const top = y - size * 0.15 - (open ? size * 0.25 : 0);
  g.moveTo(x + size * 0.2, y).lineTo(x + size * 0.2, top).arc(x + size / 2, top, size * 0.3, Math.PI, 0);
  if (!open) g.lineTo(x + size * 0.8, y);
  g.stroke({ width: 1.6, color });
}

function lifeOf(view: CertificateView, { served, soon, expires }: Standing, room: number, look: Look): string {
  if (view.renewedMs > 0) {
    const what = room >= wordsFrom ? look.words('certificate', 'renewing') : '→';
    return `${what} ${secondsUntil(view.renewedMs, look.timeMs)}`;
  }
  const left = view.expired || expires === null ? '' : timeLeft(expires - look.timeMs);
  if (left !== '') return left;
  return look.words('certificate', view.expired ? 'expired' : soon ? 'expiring' : served ? 'valid' : 'spare');
}
