import type { BalancerView, CacheView, ClassView, RackView, TlsView } from '../wire';
import { duration, percent, rate, secondsUntil } from '../language/figures';
import type { Box } from './geometry';
import type { Node } from './layout';
import { loadColor, near, type Look } from './look';
import { rackHeader, type RackBox } from './racks';
import type { Sketch } from './sketch';
import { bar, cells, cross, dashedBox } from './strokes';

/** Height of the row of handshakes at a balancer, in pixels. */
const tlsRow = 22;
/** A smaller sign would only smudge the words around it. */
const signLeast = 7;
const uplinkShown = 0.3;

/** A class of users: a few heads in its colour, its rate, and what fails. */
export function drawUsers(sketch: Sketch, node: Node, view: ClassView, title: string, color: number, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface).stroke({ width: 1, color: colors.line });
  g.roundRect(w - 4, h * 0.2, 4, h * 0.6, 2).fill(color);
  const roomy = w >= 64 && h >= 36;
  const y = roomy ? 11 : h / 2 - 5;
  g.circle(14, y, 3.6).fill(color);
  g.roundRect(8.5, y + 5.5, 11, 6, 3).fill(color);
  if (roomy) {
    const tall = h >= 62;
    sketch.text(title, 26, tall ? 7 : 4, { size: 11, color: colors.ink, bold: true, most: w - 34 });
    sketch.text(`${rate(view.offeredPerSecond)}/s`, tall ? 10 : 26, tall ? 27 : 19, { size: tall ? 14 : 11, color: colors.ink, bold: true });
    const failing = view.failedPerSecond > 0;
    const second = failing ? `✕ ${rate(view.failedPerSecond)}/s` : `p95 ${duration(view.latency.p95)}`;
    if (h >= 48) sketch.text(second, tall ? 10 : 26, tall ? 46 : 34, { size: 10, color: failing ? colors.bad : colors.ink2, bold: failing, most: w - (tall ? 18 : 32) });
  } else if (w > 52) sketch.text(`${rate(view.offeredPerSecond)}/s`, w - 8, h / 2 - 7, { size: 11, color: colors.ink2, align: 'right' });
  sketch.end();
}

export function drawBalancer(sketch: Sketch, node: Node, view: BalancerView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  sketch.begin();
  g.roundRect(0, 0, w, h, 10).fill(colors.surface).stroke({ width: 1, color: colors.lineStrong });
  const healthy = view.targets.filter((target) => target.state === 'healthy').length;
  const counted = view.targets.filter((target) => target.state !== 'detached').length;
  const down = view.downUntilMs > look.timeMs;
  const color = healthy === 0 || down ? colors.bad : healthy < counted ? colors.warn : colors.good;
  if (down) dashedBox(g, { x: 0, y: 0, w, h }, 5, colors.bad, 1.5);
  const row = view.tls ? tlsRow : 0;
  const roomy = w >= near.node.w && h >= near.node.h + 48 + row / 2;
  const low = roomy ? row : 0;
  const centre = roomy ? 38 + (h - low - 88) / 2 : h / 2;
  const reach = roomy ? Math.min(22, (h - low - 88) * 0.62) : Math.min(15, w * 0.2);
  if (reach >= signLeast) {
    g.moveTo(w / 2 - reach, centre).lineTo(w / 2 - reach * 0.2, centre);
    for (const up of [-1, 0, 1]) g.moveTo(w / 2 - reach * 0.2, centre).lineTo(w / 2 + reach, centre + up * reach * 0.7);
    g.stroke({ width: 2, color, cap: 'round' });
  }
  if (roomy) {
    const state = down ? `${look.words('life', 'restarting')} ${secondsUntil(view.downUntilMs, look.timeMs)}` : look.words('choice', view.algorithm);
    sketch.text(view.id, w / 2, 8, { size: 12, color: colors.ink, bold: true, align: 'center', most: w - 12 });
    sketch.text(state, w / 2, 24, { size: 10, color: down ? colors.bad : colors.ink3, bold: down, align: 'center', most: w - 12 });
    sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, h - low - 50, { size: 14, color: colors.ink, bold: true, align: 'center' });
    sketch.text(`p95 ${duration(view.latency.p95)}`, w / 2, h - low - 32, { size: 10, color: colors.ink2, align: 'center' });
    const failing = view.errorsPerSecond > 0;
    const last = failing ? `✕ ${rate(view.errorsPerSecond)}/s` : `${healthy}/${counted} ${look.words('target', 'healthy')}`;
    sketch.text(last, w / 2, h - low - 18, { size: 10, color: failing ? colors.bad : color, align: 'center', bold: failing, most: w - 12 });
    if (view.tls) drawHandshakes(sketch, { x: 10, y: h - tlsRow, w: w - 20, h: tlsRow }, view.tls, look);
  } else if (w > 50 && h > 50) {
    sketch.text(view.id, w / 2, 5, { size: 11, color: colors.ink, bold: true, align: 'center', most: w - 8 });
    sketch.text(`${rate(view.requestsPerSecond)}/s`, w / 2, h - 18, { size: 10, color: colors.ink2, align: 'center' });
  }
  if (look.isPending(view.id)) g.circle(w - 9, 9, 3.5).fill(colors.warn);
  sketch.end();
}

/** Handshakes: a cell for each core that works on one, how many a second, and who waits. */
function drawHandshakes(sketch: Sketch, box: Box, tls: TlsView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const waits = tls.queue > 0;
  g.moveTo(box.x, box.y).lineTo(box.x + box.w, box.y).stroke({ width: 1, color: colors.line });
  sketch.text('TLS', box.x, box.y + 5, { size: 10, color: colors.ink3 });
  cells(g, { x: box.x + 24, y: box.y + 7, w: Math.min(30, tls.cores * 9), h: 9 }, tls.cores, tls.busy, colors.idle, waits ? colors.warn : colors.accent);
  const figure = waits ? `+${rate(tls.queue)}` : `${rate(tls.handshakesPerSecond)}/s`;
  sketch.text(figure, box.x + box.w, box.y + 5, { size: 10, color: waits ? colors.bad : colors.ink2, bold: waits, align: 'right' });
}

/** A cache: a ring for its hit ratio, and how full it is; while it is being set up, how long that takes. */
export function drawCache(sketch: Sketch, node: Node, view: CacheView, look: Look): void {
  const { colors, scale: s } = look;
  const w = node.w * s;
  const h = node.h * s;
  const { g } = sketch;
  sketch.begin();
  const starts = view.readyMs > look.timeMs;
  g.roundRect(0, 0, w, h, 10).fill(starts ? colors.rack : colors.surface).stroke({ width: starts ? 2 : 1, color: starts ? colors.warn : colors.lineStrong });
  const roomy = w >= 72 && h >= 72;
  const radius = Math.min(w, h) * (roomy ? 0.2 : 0.28);
  const y = roomy ? h * (h < 96 ? 0.56 : 0.48) : h / 2;
  const from = -Math.PI / 2;
  g.circle(w / 2, y, radius).stroke({ width: 5, color: colors.idle });
  if (view.hitRatio > 0.004)
    g.moveTo(w / 2, y - radius).arc(w / 2, y, radius, from, from + Math.PI * 2 * Math.min(0.9999, view.hitRatio)).stroke({ width: 5, color: colors.good });
  const inside = starts ? secondsUntil(view.readyMs, look.timeMs) : percent(view.hitRatio);
  if (radius > 14) sketch.text(inside, w / 2, y - 7, { size: 11, color: colors.ink, bold: true, align: 'center' });
  if (roomy) {
    sketch.text(view.id, w / 2, 7, { size: 12, color: colors.ink, bold: true, align: 'center', most: w - 12 });
    if (h >= 96) sketch.text(starts ? look.words('life', 'starting') : `${rate(view.requestsPerSecond)}/s`, w / 2, h - 29, { size: 10, color: starts ? colors.warn : colors.ink2, align: 'center', most: w - 12 });
    const full = view.capacity > 0 ? view.entries / view.capacity : 0;
    bar(g, { x: 14, y: h - 12, w: w - 28, h: 4 }, full, colors.idle, colors.accent);
  }
  if (look.isPending(view.id)) g.circle(w - 9, 9, 3.5).fill(colors.warn);
  sketch.end();
}

/** A rack: its frame, its name, and the units that are still free. */
export function drawRack(sketch: Sketch, box: RackBox, view: RackView, freeText: string, look: Look): void {
  const { colors, scale: s } = look;
  const w = box.w * s;
  const h = box.h * s;
  const { g } = sketch;
  const down = view.condition !== 'on';
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.rack).stroke({ width: down ? 2 : 1, color: down ? colors.bad : colors.line });
  const roomy = w > 120 && s > 0.45;
  const y = Math.max(0, (rackHeader * s - 15) / 2);
  if (roomy) {
    sketch.text(view.id, 10, y, { size: 11, color: colors.ink2, bold: true, most: w * 0.5 });
    if (down) sketch.text(look.words('condition', view.condition), w - 10, y, { size: 11, color: colors.bad, bold: true, align: 'right', most: w * 0.45 });
    else drawUplink(sketch, { x: w - 58, y: y + 5, w: 48, h: 5 }, view, look);
  }
  if (down && !roomy) cross(g, w - 8, 8, 4, colors.bad);
  if (box.free > 0) {
    const low = h - 15 * s;
    for (let at = 0; at < Math.min(3, box.free); at++) g.moveTo(10, low + at * 4 * s).lineTo(w - (roomy ? 84 : 10), low + at * 4 * s);
    g.stroke({ width: 1, color: colors.line });
    if (roomy) sketch.text(freeText, w - 10, low - 4 * s, { size: 10, color: colors.ink3, align: 'right', most: 70 });
  }
  sketch.end();
}

/** How busy a rack's uplink is, once that is worth a look, and a power feed that has failed. */
function drawUplink(sketch: Sketch, box: Box, view: RackView, look: Look): void {
  const { colors } = look;
  const dark = view.darkFeeds.map((feed) => feed.toUpperCase()).join();
  if (dark !== '') {
    sketch.text(`${look.words('kind', 'feed')} ${dark} ✕`, box.x + box.w, box.y - 5, { size: 10, color: colors.warn, bold: true, align: 'right' });
    return;
  }
  if (view.uplink < uplinkShown) return;
  sketch.text('NET', box.x - 26, box.y - 4, { size: 10, color: colors.ink3 });
  bar(sketch.g, box, view.uplink, colors.idle, loadColor(view.uplink, colors));
}
