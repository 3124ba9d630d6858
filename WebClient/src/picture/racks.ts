import type { RackView, ServerView } from '../wire';
import { hasRole, tiers } from './estate';
import type { Box } from './geometry';

export interface RackBox extends Box {
  readonly id: string;
  /** Units without a server. */
  readonly free: number;
}

/** A role's part of a server. */
export interface Section extends Box {
  readonly role: string;
}

export interface UnitBox extends Box {
  readonly id: string;
  /** Drawn as a strip only (the chassis under a database). */
  readonly slim: boolean;
  readonly sections: readonly Section[];
}

export interface PlacedRacks {
  readonly width: number;
  readonly height: number;
  readonly racks: readonly RackBox[];
  readonly units: readonly UnitBox[];
}

const sectionWidth = 136;
const databaseSectionWidth = 170;
export const unitHeader = 26;
const bodyHeight = { one: 176, few: 112, some: 78, many: 56 };
const padding = 8;
export const rackHeader = 24;
const freeStrip = 18;
const gapBetweenUnits = 7;
const gapBetweenRacks = 18;
/** Racks side by side stand in the way of each other's lines: they must be drawn that much larger to be worth it. */
const besideWorth = 0.75;

/**
 * Stacks servers by slot into their racks, and racks into as many columns as fill the viewport best.
 * Standing: all servers of the racks, also those that are drawn elsewhere.
 */
export function placeRacks(
  racks: readonly RackView[],
  servers: readonly ServerView[],
  room: { readonly aspect: number; readonly fixedWidth: number },
  standing: readonly ServerView[] = servers,
): PlacedRacks {
  const shown = racks.filter((rack) => servers.some((server) => server.rack === rack.id)).toSorted(byTier(servers));
  if (shown.length === 0) return { width: 0, height: 0, racks: [], units: [] };
  const roles = tiers.filter((role) => servers.some((server) => hasRole(server, role)));
  const unit = unitSize(roles, servers.length);
  const heights = shown.map((rack) => rackHeight(rack, servers, unit.h));
  const width = unit.w + 2 * padding;
  const columns = bestColumns(heights, width, room);

  const placed: RackBox[] = [];
  const units: UnitBox[] = [];
  const bottoms = new Array<number>(columns).fill(0);
  shown.forEach((rack, at) => {
    const column = Math.floor((at * columns) / shown.length);
    const x = column * (width + gapBetweenRacks);
    const y = bottoms[column] ?? 0;
    const inside = servers.filter((server) => server.rack === rack.id).toSorted((a, b) => a.slot - b.slot);
    const h = heights[at] ?? 0;
    placed.push({ id: rack.id, x, y, w: width, h, free: Math.max(0, rack.units - standing.filter((server) => server.rack === rack.id).length) });
    inside.forEach((server, slot) => {
      const top = y + rackHeader + slot * (unit.h + gapBetweenUnits);
      units.push(placeUnit(server, { x: x + padding, y: top, ...unit }));
    });
    bottoms[column] = y + h + gapBetweenRacks;
  });
  return {
    width: columns * (width + gapBetweenRacks) - gapBetweenRacks,
    height: Math.max(...bottoms) - gapBetweenRacks,
    racks: placed,
    units,
  };
}

/** Racks of the first tier stand left of those behind it. */
function byTier(servers: readonly ServerView[]): (a: RackView, b: RackView) => number {
  const tier = (rack: RackView): number =>
    servers.some((server) => server.rack === rack.id && hasRole(server, 'web')) ? 0 : 1;
  return (a, b) => tier(a) - tier(b);
}

function unitSize(roles: readonly string[], count: number): { w: number; h: number } {
  const body = count <= 1 ? bodyHeight.one : count <= 2 ? bodyHeight.few : count <= 4 ? bodyHeight.some : bodyHeight.many;
  const widths = roles.map(widthOf);
  return { w: widths.reduce((sum, width) => sum + width + padding, padding + 4), h: unitHeader + body + padding };
}

function widthOf(role: string): number {
  return role === 'db' ? databaseSectionWidth : sectionWidth;
}

function rackHeight(rack: RackView, servers: readonly ServerView[], unitHeight: number): number {
  const inside = servers.filter((server) => server.rack === rack.id).length;
  const strip = rack.units > inside ? freeStrip : 0;
  return rackHeader + inside * (unitHeight + gapBetweenUnits) + strip + 2;
}

function bestColumns(heights: readonly number[], width: number, room: { aspect: number; fixedWidth: number }): number {
  let best = 1;
  let bestScale = 0;
  for (let columns = 1; columns <= heights.length; columns++) {
    const bottoms = new Array<number>(columns).fill(0);
    heights.forEach((height, at) => {
      const column = Math.floor((at * columns) / heights.length);
      bottoms[column] = (bottoms[column] ?? 0) + height + gapBetweenRacks;
    });
    const scale = Math.min(room.aspect / (room.fixedWidth + columns * (width + gapBetweenRacks)), 1 / Math.max(...bottoms));
    const worth = columns === 1 ? scale : scale * besideWorth;
    if (worth > bestScale) {
      best = columns;
      bestScale = worth;
    }
  }
  return best;
}

function placeUnit(server: ServerView, box: Box): UnitBox {
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
  return { id: server.id, ...box, slim: false, sections };
}
