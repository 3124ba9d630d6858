import { near, type Look } from '../../drawing/look';
import type { Sketch } from '../../drawing/sketch';
import { cross } from '../../drawing/strokes';
import type { DatabaseView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import { drawParts } from '../database/parts';
import { drawReplicaPart } from '../database/replica';
import { databaseOn } from '../database/state';
import type { Draw } from '../kind';
import type { Node, Section } from '../place';
import { drawFrame, drawWall } from './frame';
import { drawHeader } from './header';
import { drawRole } from './role';
import { drawFar, drawSlim } from './small';

export const draw: Draw = {
  draw(node, world, look) {
    const view = world.of('servers').get(node.id);
    if (!view) return null;
    const database = databaseOn(node.id, world);
    const target = targetState(world, node.id);
    const underWay = view.lifecycleEndsMs > 0 || view.ports.some((port) => port.endsMs > 0);
    return {
      from: [view, target, database, underWay ? world.timeMs : 0],
      on: (sketch) => drawServer(sketch, node, { view, target, database }, look),
    };
  },
};

/** A server, what the balancers think of it, and the database it carries a node of. */
interface Shown {
  readonly view: ServerView;
  readonly target: string | null;
  readonly database: DatabaseView | null;
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
  if (unit.slim) drawSlim(sketch, box, view, look);
  else if (box.w < near.unit.w || box.h < near.unit.h) drawFar(sketch, box, view, look);
  else {
    drawHeader(sketch, box, view, target, look);
    for (const section of unit.sections) drawSection(sketch, unit, section, shown, look);
  }
  if (view.lifecycle === 'crashed') cross(sketch.g, box.w - 12, box.h - 12, 5, look.colors.bad);
  if (view.firewall.length > 0) drawWall(sketch.g, box, look.colors);
  sketch.end();
}

function drawSection(sketch: Sketch, unit: Node, section: Section, { view, database }: Shown, look: Look): void {
  const s = look.scale;
  const box = { x: (section.x - unit.x) * s, y: (section.y - unit.y) * s, w: section.w * s, h: section.h * s };
  const role = view.roles.find((one) => one.role === section.role);
  if (section.role === 'db' && database?.server === view.id) drawParts(sketch, box, database, look);
  else if (section.role === 'db' && database) drawReplicaPart(sketch, box, database, view.id, look);
  else if (role) drawRole(sketch, box, role, view, look);
}
