import { fitting } from '../../drawing/fitting';
import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { bar } from '../../drawing/strokes';
import { percent, secondsUntil } from '../../language/figures';
import type { ScalerView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import type { Draw } from '../kind';
import type { Node } from '../place';
import { tierOf } from '../server/roles';

const tiers = { whole: 'front', app: 'behind', worker: 'workers' } as const;
/** Its load fills the bar at this share of what it wants. */
const barMost = 1.5;

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('scalers').get(node.id);
    if (!view) return null;
    const booting = bootingIn(view, world);
    const clock = view.quietUntilMs > world.timeMs || booting ? Math.floor(world.timeMs / 1000) : 0;
    return { from: [view, booting, clock], on: (sketch) => drawScaler(sketch, node, view, booting, look) };
  },
};

/** The server it waits for that is ready first. */
function bootingIn(view: ScalerView, world: World): ServerView | undefined {
  return world.list('servers')
    .filter((one) => one.lifecycle === 'booting' && tierOf(one, world) === tiers[view.tier])
    .toSorted((a, b) => a.lifecycleEndsMs - b.lifecycleEndsMs)[0];
}

/** An auto scaler: how many servers there are and how many it wants, what it goes by, and what its clock is at. */
function drawScaler(sketch: Sketch, node: Node, view: ScalerView, booting: ServerView | undefined, look: Look): void {
  const { colors, scale: s } = look;
  const [w, h] = [node.w * s, node.h * s];
  const { g } = sketch;
  sketch.begin();
  g.roundRect(0, 0, w, h, 8).fill(colors.surface);
  g.stroke({ width: view.noRoom ? 2 : 1, color: view.noRoom ? colors.bad : colors.line });
  const count = `${view.running}${view.desired === view.running ? '' : ` → ${view.desired}`}`;
  if (w < 70 || h < 40) sketch.text(count, w / 2, h / 2 - 7, { size: 11, color: colors.ink, bold: true, align: 'center' });
  else {
    sketch.text(view.id, 8, 5, { size: 11, color: colors.ink, bold: true, most: w - 54 });
    const hot = view.running < view.desired;
    sketch.text(count, w - 8, 5, { size: 12, color: hot ? colors.warn : colors.ink, bold: true, align: 'right' });
    drawLoad(sketch, { x: 8, y: 22, w: w - 16, h: 6 }, view, look);
    const { texts, color } = clockOf(view, booting, look);
    sketch.text(fitting(texts, w - 16), 8, h - 17, { size: 10, color, bold: true, most: w - 16 });
  }
  if (look.isPending(view.id)) g.circle(w - 7, 7, 3.5).fill(colors.warn);
  sketch.end();
}

/** What it goes by, and a mark where it wants that. */
function drawLoad({ g }: Sketch, box: Box, view: ScalerView, { colors }: Look): void {
  const target = view.policy === 'target' ? view.target : 1 / barMost;
  const share = view.metric / Math.max(0.01, target) / barMost;
  bar(g, box, share, colors.idle, view.metric > target ? colors.warn : colors.accent);
  if (view.policy !== 'target') return;
  const x = box.x + box.w / barMost;
  g.moveTo(x, box.y - 2).lineTo(x, box.y + box.h + 2).stroke({ width: 1.5, color: colors.ink2 });
}

interface Clock {
  /** From the fullest to the shortest. */
  readonly texts: readonly string[];
  readonly color: number;
}

/** Decided, booting, cooling down, or watching. */
function clockOf(view: ScalerView, booting: ServerView | undefined, look: Look): Clock {
  const { colors, timeMs } = look;
  const say = (code: string, untilMs: number): readonly string[] => {
    const left = secondsUntil(untilMs, timeMs);
    return [`${look.words('scaling', code)} ${left}`, left];
  };
  if (view.noRoom) return { texts: [`✕ ${look.words('scaling', 'no_room')}`, '✕'], color: colors.bad };
  if (booting) return { texts: say('booting', booting.lifecycleEndsMs), color: colors.warn };
  if (view.quietUntilMs > timeMs) return { texts: say('cooling', view.quietUntilMs), color: colors.ink2 };
  const policy = look.words('scaling', view.policy);
  if (view.policy !== 'target') return { texts: [policy, ''], color: colors.ink3 };
  const load = `${percent(view.metric)} → ${percent(view.target)}`;
  return { texts: [`${policy} ${load}`, load, percent(view.metric)], color: colors.ink3 };
}
