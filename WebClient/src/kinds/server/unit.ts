import type { Box } from '../../drawing/geometry';
import type { ServerView } from '../../wire';
import type { Node, Size } from '../place';
import { hasRole, tiers } from './roles';

const sectionWidth = 136;
const databaseSectionWidth = 170;
const bodyHeight = { one: 176, few: 112, some: 78, many: 56 };
const padding = 8;
export const unitHeader = 26;

/** Of a unit among so many: fewer of them are taller. */
export function unitSize(roles: readonly string[], count: number): Size {
  const body = count <= 1 ? bodyHeight.one : count <= 2 ? bodyHeight.few : count <= 4 ? bodyHeight.some : bodyHeight.many;
  const widths = roles.map(widthOf);
  return { w: widths.reduce((sum, width) => sum + width + padding, padding + 4), h: unitHeader + body + padding };
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
  return { kind: 'server', id: server.id, name: server.id, stage: 'server', ...box, slim: false, sections };
}

/** The strip under a database's node that is its server. */
export function placeChassis(server: string, box: Box): Node {
  return { kind: 'server', id: server, name: server, stage: 'server', ...box, slim: true, sections: [] };
}

function widthOf(role: string): number {
  return role === 'db' ? databaseSectionWidth : sectionWidth;
}
