import type { Graphics } from 'pixi.js';
import type { Colors } from '../../drawing/colors';
import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar, dashedBox, hatch } from '../../drawing/strokes';
import type { ServerView } from '../../wire';

const still = new Set(['off', 'stopped', 'crashed']);
const underWay = new Set(['booting', 'restarting', 'installing']);

/** Its lifecycle as a shape, its version as a colour. */
export function drawFrame(sketch: Sketch, box: Box, view: ServerView, look: Look): void {
  const { g } = sketch;
  const { colors } = look;
  const off = still.has(view.lifecycle);
  g.roundRect(0, 0, box.w, box.h, 5).fill({ color: off ? colors.rack : colors.surface });
  if (view.lifecycle === 'draining') hatch(g, box, 9, colors.warn, 0.22);
  if (underWay.has(view.lifecycle)) dashedBox(g, box, 5, colors.accent, 1.5);
  else {
    const color = view.lifecycle === 'crashed' ? colors.bad : view.lifecycle === 'draining' ? colors.warn : colors.lineStrong;
    g.roundRect(0.5, 0.5, box.w - 1, box.h - 1, 5).stroke({ width: view.lifecycle === 'crashed' ? 2 : 1, color });
  }
  const stripe = { color: look.versionColor(view.version), alpha: off ? 0.35 : 1 };
  g.roundRect(0, 0, Math.min(5, box.w * 0.06), box.h, 2).fill(stripe);
  const progress = look.progress(view.id, view.lifecycleEndsMs);
  if (progress !== null) bar(g, { x: 6, y: box.h - 5, w: box.w - 12, h: 3 }, progress, colors.line, colors.accent);
  if (look.isPending(view.id)) g.circle(box.w - 7, 7, 3.5).fill(colors.warn);
}

/** Whom a firewall tells apart. */
const sources = ['users', 'web', 'app'] as const;
const brick = 7;
const openingPixels = 18;

/** A wall before the server: its firewall drops what somebody sends. Whom it lets through passes an opening. */
export function drawWall(g: Graphics, box: Box, shut: ServerView['firewall'], colors: Colors): void {
  const open = !shut.includes('any') && sources.some((one) => !shut.includes(one));
  const [from, to] = [box.h / 2 - openingPixels / 2, box.h / 2 + openingPixels / 2];
  for (let y = 0, at = 0; y < box.h; y += brick, at++) {
    if (open && y + brick > from && y < to) continue;
    const h = Math.min(brick, box.h - y) - 1;
    g.rect(-5, y, at % 2 === 0 ? 4 : 2, h).rect(at % 2 === 0 ? 0 : -2, y, at % 2 === 0 ? 2 : 4, h);
  }
  g.fill(colors.bad);
  if (!open) return;
  const y = box.h / 2;
  g.moveTo(-7, y - 4).lineTo(-1, y).lineTo(-7, y + 4).stroke({ width: 1.8, color: colors.good });
}
