import type { Box } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { cross } from '../../drawing/strokes';
import type { ServerView } from '../../wire';
import type { World } from '../../world/world';
import type { Draw } from '../kind';
import type { Node, Section } from '../place';
import { drawFrame, drawWall } from './frame';
import { drawHeader, gaugesWidth } from './header';
import { drawRole } from './role';
import { seatsOf } from './seats';
import { drawFar, isFar } from './small';

export const draw: Draw = {
  seats: seatsOf,
  draw(node, world, look) {
    const view = world.of('servers').get(node.id);
    if (!view) return null;
    const target = targetState(world, node.id);
    const underWay = view.lifecycleEndsMs > 0 || view.ports.some((port) => port.endsMs > 0);
    return {
      from: [view, target, underWay ? world.timeMs : 0],
      on: (sketch) => drawServer(sketch, node, { view, target }, look),
    };
  },
  aside(node, world, scale) {
    const view = world.of('servers').get(node.id);
    return view ? gaugesWidth(view, node.w * scale) : 0;
  },
};

/** A server, and what the balancers think of it. */
interface Shown {
  readonly view: ServerView;
  readonly target: string | null;
}

/** The first of them that does not call it healthy. */
function targetState(world: World, server: string): string | null {
  const states = world.list('balancers').flatMap((one) => one.targets).filter((target) => target.server === server);
  return (states.find((target) => target.state !== 'healthy') ?? states[0])?.state ?? null;
}

/** A server as a unit of its rack: far away its health and rate, near its processes and threads. */
function drawServer(sketch: Sketch, unit: Node, shown: Shown, look: Look): void {
  const { view, target } = shown;
  const s = look.scale;
  const box = { x: 0, y: 0, w: unit.w * s, h: unit.h * s };
  sketch.begin();
  drawFrame(sketch, box, view, look);
  if (isFar(unit, box)) drawFar(sketch, farBox(unit, box, s), view, look);
  else {
    drawHeader(sketch, box, view, target, look);
    for (const section of unit.sections) drawSection(sketch, unit, section, view, look);
  }
  if (view.lifecycle === 'crashed') cross(sketch.g, box.w - 12, box.h - 12, 5, look.colors.bad);
  if (view.firewall.length > 0) drawWall(sketch.g, box, view.firewall, look.colors);
  sketch.end();
}

/** A database within it is drawn for itself: above and left of it is room for the rest. */
function farBox(unit: Node, box: Box, s: number): Box {
  const database = unit.sections.find((one) => one.role === 'db');
  if (!database) return box;
  return unit.sections.length > 1 ? { ...box, w: (database.x - unit.x) * s } : { ...box, h: (database.y - unit.y) * s };
}

/** Its database is a box of its own. */
function drawSection(sketch: Sketch, unit: Node, section: Section, view: ServerView, look: Look): void {
  const s = look.scale;
  const box = { x: (section.x - unit.x) * s, y: (section.y - unit.y) * s, w: section.w * s, h: section.h * s };
  const role = view.roles.find((one) => one.role === section.role);
  if (role && role.role !== 'db') drawRole(sketch, box, role, view, look);
}
