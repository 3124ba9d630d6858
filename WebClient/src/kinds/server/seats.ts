import type { Box, Point } from '../../drawing/geometry';
import type { Look } from '../../drawing/look';
import { middles } from '../../drawing/strokes';
import type { RoleView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import type { Node } from '../place';
import { placed, seatPixels, type NamedSeats } from '../seats';
import { groupsOf } from './groups';
import { cellsIn, processBoxes } from './processes';
import { doorPixels, partsOf } from './role';
import { isFar } from './small';

/** A request sits in the cell of its thread; who waits, stands at the door from the bottom up. */
export function seatsOf(node: Node, world: World, look: Look): readonly NamedSeats[] {
  const view = world.of('servers').get(node.id);
  const s = look.scale;
  if (!view || isFar(node, { w: node.w * s, h: node.h * s })) return [];
  return node.sections.flatMap((section): NamedSeats[] => {
    const role = view.roles.find((one) => one.role === section.role);
    if (!role || role.role === 'db') return [];
    const box = { x: (section.x - node.x) * s, y: (section.y - node.y) * s, w: section.w * s, h: section.h * s };
    const seats = { work: placed(cellsOf(box, role, view, look), node, s), wait: placed(doorOf(box), node, s) };
    return [[`${node.id}/${section.role}`, seats]];
  });
}

/** Of the processes that serve, one after the other: as their cells fill. */
function cellsOf(box: Box, role: RoleView, view: ServerView, look: Look): readonly Point[] {
  const groups = groupsOf(role, view, look);
  const [area] = partsOf(box, groups.length);
  const [group] = groups;
  if (!area || !group) return [];
  const cells = processBoxes(area.cells, group.processes).map((each) => {
    const { inside, count } = cellsIn(each, group.threads);
    return middles(inside, count);
  });
  const most = Math.max(0, ...cells.map((each) => each.length));
  return Array.from({ length: most }, (_, at) => cells.flatMap((each) => each[at] ?? [])).flat();
}

function doorOf({ x, y, h }: Box): readonly Point[] {
  const fit = Math.max(1, Math.floor((h - 22) / seatPixels));
  return Array.from({ length: fit }, (_, at) => ({ x: x + doorPixels / 2 + 1, y: y + h - 7 - at * seatPixels }));
}
