import type { Box } from '../../drawing/geometry';
import type { ServerView } from '../../wire';
import type { Node, Size } from '../place';
import { hasRole, tiers } from './roles';

const sectionWidth = 136;
/** Alone in its server a tier leaves room for that one's name. */
const onlyWidth = 160;
const databaseSectionWidth = 170;
/** Among at most so many: the usual height, and that where there is room. */
const bodyHeights = [[1, 176, 240], [2, 104, 176], [4, 78, 100], [Infinity, 56, 56]] as const;
/** A database has more to say: its name, and three rows. */
const databaseRows = 92;
const padding = 8;
export const unitHeader = 26;

/** Of a unit among so many: fewer of them are higher. */
export function unitSize(roles: readonly string[], count: number, roomy: boolean): Size {
  const [, usual, high] = bodyHeights.find(([most]) => count <= most) ?? bodyHeights[3];
  const body = roomy ? high : usual;
  const rows = roles.includes('db') ? databaseRows : 0;
  const widths = roles.length === 1 ? roles.map((role) => Math.max(onlyWidth, widthOf(role))) : roles.map(widthOf);
  return { w: widths.reduce((sum, width) => sum + width + padding, padding + 4), h: unitHeader + Math.max(body, rows) + padding };
}

/** A server as a unit, with a section for each of its roles. */
export function placeUnit(server: ServerView, box: Box): Node {
  const roles = tiers.filter((role) => hasRole(server, role));
  const inner = box.w - padding - 4 - roles.length * padding;
  const wanted = roles.reduce((sum, role) => sum + widthOf(role), 0);
  let x = box.x + padding + 4;
  const sections = roles.map((role) => {
    const w = (widthOf(role) / wanted) * inner;
    const section = { role, x, y: box.y + unitHeader, w, h: box.h - unitHeader - padding };
    x += w + padding;
    return section;
  });
  return { kind: 'server', id: server.id, name: server.id, stage: 'server', layer: 'box', ...box, sections };
}

function widthOf(role: string): number {
  return role === 'db' ? databaseSectionWidth : sectionWidth;
}
