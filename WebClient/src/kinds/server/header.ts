import type { Colors } from '../../drawing/colors';
import { fitting } from '../../drawing/fitting';
import type { Box } from '../../drawing/geometry';
import { loadColor, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { rate, secondsUntil } from '../../language/figures';
import type { ServerView } from '../../wire';
import { unitHeader } from './unit';

const gaugeWidth = 68;
/** In less width than this what it is doing comes before how busy it is. */
const gaugeFrom = 260;
/** From this share on a filling disk is shown before memory. */
const diskFull = 0.75;

export function drawHeader(sketch: Sketch, box: Box, view: ServerView, target: string | null, look: Look): void {
  const { colors } = look;
  const y = Math.max(2, Math.min(6, (unitHeader * look.scale - 14) / 2));
  const nameMost = box.w * (box.w < gaugeFrom ? 0.5 : 0.34);
  sketch.text(view.id, 12, y, { size: 12, color: colors.ink, bold: true, most: nameMost });
  const version = { size: 10, color: look.versionColor(view.version), bold: true } as const;
  const after = 18 + Math.min(nameMost, view.id.length * 7);
  sketch.text(view.version, after, y + 2, version);
  const status = statusOf(view, target, look);
  const room = box.w - after - 22;
  const gauges = room < gaugeWidth || (status && box.w < gaugeFrom) ? [] : gaugesOf(view, box.w);
  gauges.forEach(([name, share], at) => {
    drawGauge(sketch, box.w - 2 - (gauges.length - at) * gaugeWidth, y, name, share, look);
  });
  const held = view.connections > 0 ? `⇄ ${rate(view.connections)}` : '';
  const heldStyle = { size: 10, color: colors.ink2, most: room - gauges.length * gaugeWidth } as const;
  if (held !== '') sketch.text(held, after + 24, y + 2, heldStyle);
  const from = after + 26 + held.length * 7;
  const right = box.w - 8 - gauges.length * gaugeWidth;
  if (!status || right - from < 20) return;
  const style = { size: 11, color: status.color, bold: true, most: right - from } as const;
  // On the left where there is room for words of their own, else against the gauges.
  const text = fitting([status.text, status.short], right - from);
  if (box.w >= 290 && view.lifecycle !== 'running') sketch.text(text, from, y + 1, style);
  else sketch.text(text, right, y + 1, { ...style, align: 'right' });
}

/** How wide its gauges are. */
export function gaugesWidth(view: ServerView, width: number): number {
  return 4 + gaugesOf(view, width).length * gaugeWidth;
}

interface Status {
  readonly text: string;
  /** Where there is no room for the word. */
  readonly short: string;
  readonly color: number;
}

/** The most telling word about a server: what it is doing, who is shut out, what the balancer thinks of it. */
function statusOf(view: ServerView, target: string | null, look: Look): Status | null {
  const { colors } = look;
  if (view.lifecycle !== 'running') {
    const color = view.lifecycle === 'crashed' ? colors.bad : view.lifecycle === 'draining' ? colors.warn : colors.ink2;
    const left = view.lifecycleEndsMs > look.timeMs ? secondsUntil(view.lifecycleEndsMs, look.timeMs) : '✕';
    return { text: lifeOf(view, look), short: left, color };
  }
  const changes = view.nextSize !== '' || view.nextRack !== '';
  if (changes) return { text: look.words('label', 'changing'), short: '…', color: colors.warn };
  if (view.leaving) return { text: look.words('label', 'leaving'), short: '…', color: colors.warn };
  if (view.firewall.length > 0) return { text: look.words('label', 'shut'), short: '✕', color: colors.bad };
  if (target === null || target === 'healthy') return null;
  return { text: look.words('target', target), short: '✕', color: targetColor(target, colors) };
}

/** Its lifecycle, and how long that still takes. */
export function lifeOf(view: ServerView, look: Look): string {
  const left = view.lifecycleEndsMs > look.timeMs ? ` ${secondsUntil(view.lifecycleEndsMs, look.timeMs)}` : '';
  return `${look.words('life', view.lifecycle)}${left}`;
}

/** Which gauges fit, the most telling ones first: a disk only where it can fill. */
function gaugesOf(view: ServerView, width: number): (readonly [string, number])[] {
  if (width < 290 && view.lifecycle !== 'running') return [];
  const cpu = ['CPU', view.cpu] as const;
  const memory = ['MEM', view.memory] as const;
  const disk = ['DISK', view.disk] as const;
  const wanted = view.diskMiB === 0 ? [cpu, memory] : view.disk >= diskFull ? [cpu, disk, memory] : [cpu, memory, disk];
  return wanted.slice(0, width >= 360 ? 3 : width >= 290 ? 2 : 1);
}

function targetColor(target: string, colors: Colors): number {
  const known: Readonly<Record<string, number>> = { unhealthy: colors.bad, ejected: colors.warn, draining: colors.warn };
  return known[target] ?? colors.ink2;
}

function drawGauge(sketch: Sketch, x: number, y: number, name: string, share: number, look: Look): void {
  sketch.text(name, x, y + 2, { size: 10, color: look.colors.ink3 });
  bar(sketch.g, { x: x + 26, y: y + 4, w: 34, h: 7 }, share, look.colors.idle, loadColor(share, look.colors));
}
