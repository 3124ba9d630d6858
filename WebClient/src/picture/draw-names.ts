import type { CertificateView, DnsView } from '../wire';
import { seconds, secondsUntil } from '../language/figures';
import type { Node } from './layout';
import type { Look } from './look';
import type { Sketch } from './sketch';
import { bar } from './strokes';

/** Narrower than this there is no room for a record's TTL. */
const ttlFrom = 100;
/** Likewise for words beside a time. */
const wordsFrom = 92;

/** The users' name: where it leads, and how many resolvers still remember another answer. */
export function drawName(sketch: Sketch, node: Node, view: DnsView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  const old = view.outdated > 0;
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface).stroke({ width: old ? 1.5 : 1, color: old ? colors.warn : colors.line });
  const leads = `→ ${view.targets.join(', ')}`;
  if (w < 64 || h < 44) {
    if (w > 44) sketch.text(leads, 6, h / 2 - 7, { size: 10, color: colors.ink2, most: w - 12 });
  } else {
    const room = h >= 62;
    sketch.text(view.id, 8, room ? 6 : 3, { size: 11, color: colors.ink, bold: true, most: w * 0.5 });
    if (w >= ttlFrom) sketch.text(`TTL ${seconds(view.ttlSeconds)}`, w - 8, room ? 7 : 4, { size: 10, color: colors.ink3, align: 'right', most: w - 22 - view.id.length * 7 });
    sketch.text(leads, 8, room ? 24 : 17, { size: 11, color: colors.ink, most: w - 16 });
    const share = view.resolvers > 0 ? view.outdated / view.resolvers : 0;
    const told = old ? `${view.outdated}/${view.resolvers} ${look.words('label', 'old_answer')}` : `${view.resolvers} ${look.words('label', 'resolvers')}`;
    sketch.text(told, 8, room ? 42 : 30, { size: 10, color: old ? colors.warn : colors.ink3, bold: old, most: w - 16 });
    if (old) bar(g, { x: 8, y: h - 9, w: w - 16, h: 4 }, share, colors.idle, colors.warn);
  }
  if (look.isPending(view.id)) g.circle(w - 7, 7, 3.5).fill(colors.warn);
  sketch.end();
}

/** Served: users are shown it. Soon: an alert says that it expires. */
interface Standing {
  readonly served: boolean;
  readonly soon: boolean;
}

/**
 * A certificate: a lock, open and red when it has expired, yellow when it will soon, pale while another one is served. How long it is
 * good only a look tells.
 */
export function drawCertificate(sketch: Sketch, node: Node, view: CertificateView, standing: Standing, look: Look): void {
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
  const y = h / 2 - size * 0.2;
  g.roundRect(x, y, size, size * 0.8, 2).fill(color);
  // The shackle of an expired one stands open.
  const lift = over ? size * 0.25 : 0;
  g.moveTo(x + size * 0.2, y).lineTo(x + size * 0.2, y - size * 0.15 - lift).arc(x + size / 2, y - size * 0.15 - lift, size * 0.3, Math.PI, 0);
  if (!over) g.lineTo(x + size * 0.8, y);
  g.stroke({ width: 1.6, color });
  const from = x + size + 7;
  const room = w - from - 5;
  if (room > 26) {
    const two = h >= 36;
    if (two) sketch.text(view.id, from, h / 2 - 15, { size: 10, color: colors.ink2, most: room });
    sketch.text(lifeOf(view, standing, room, look), from, two ? h / 2 - 1 : h / 2 - 7, { size: 11, color: over ? colors.bad : soon ? colors.warn : served ? colors.ink : colors.ink2, bold: true, most: room });
  }
  if (look.isPending(view.id)) g.circle(w - 7, 7, 3.5).fill(colors.warn);
  sketch.end();
}

function lifeOf(view: CertificateView, { served, soon }: Standing, room: number, look: Look): string {
  if (view.renewedMs > 0) return `${room >= wordsFrom ? look.words('certificate', 'renewing') : '→'} ${secondsUntil(view.renewedMs, look.timeMs)}`;
  return look.words('certificate', view.expired ? 'expired' : soon ? 'expiring' : served ? 'valid' : 'spare');
}
