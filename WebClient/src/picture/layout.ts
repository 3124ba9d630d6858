import { joined, through } from '../drawing/geometry';
import { componentsOf, kindOf, kinds, type Component } from '../kinds';
import type { Block, Edge, Node, Site, Tower } from '../kinds/place';
import { byStage, stages, type Stage } from '../kinds/stage';
import type { Station } from '../kinds/station';
import type { World } from '../world/world';
import { inOrder, pilesOf, split, type Pile, type Racks } from './stacks';
import { clearance, edgeWay, type Ground, type Lane } from './ways';

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In the order a request meets them; what holds others last. */
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly ground: Ground;
  readonly stations: ReadonlyMap<string, Station>;
  /** Where a request of unknown way knocks. */
  readonly entrance: Station | undefined;
}

const gapBetweenColumns = 50;
/** With many columns the ways between them are shorter, so that all of them are larger. */
const gapBetweenMany = 36;
const manyColumns = 6;
/** Then there is height to spare, unless more servers than this stand in a tier. */
const fewUnits = 4;
const higher = 1.3;
/** Between towers a way may pass. */
const gapInColumn = 2 * clearance + 4;
/** Outside the outermost boxes ways pass too. */
const margin = 24;
const leastHeight = 200;
/** A usual height of the picture; only proportions depend on it. */
const viewportHeight = 510;
const legibleScale = 0.62;
/** In steps, so that one server more seldom changes it. */
const growths = [1, 1.3, 1.6] as const;
/** Racks beside each other stand in the way of each other's lines: they must be drawn that much larger to be worth it. */
const besideWorth = 1.3;

/** Places everything from left to right, as a request meets it. The aspect is the viewport's width / height. */
export function layOut(world: World, aspect: number): Layout {
  const blocks = kinds.flatMap((kind) => kind.blocks?.(world) ?? []);
  const racks = racksOf(blocks, false);
  const many = new Set([...pilesOf(world, 1), ...racks].map(({ column }) => column)).size >= manyColumns;
  const roomy = many && racks.every(({ towers }) => unitsIn(towers) <= fewUnits);
  const piles = spread(pilesOf(world, roomy ? higher : 1), racksOf(blocks, roomy), aspect);
  const grown = growth(scaleOf(measure(piles, 1), aspect));
  const { width, height } = measure(piles, grown);
  const placed = placePiles(piles, height / 2, grown);
  const nodes = byStage(byKind(placed.flatMap((lane) => lane.nodes)), (node) => node.stage);
  return { width, height, nodes, ground: placed, ...lead(world, nodes, placed) };
}

/** Where racks fill the picture, what stands beside them grows, so that rates stay legible from afar. */
function growth(scale: number): number {
  return growths.find((one) => one * scale >= legibleScale) ?? growths[2];
}

function racksOf(blocks: readonly Block[], roomy: boolean): readonly Racks[] {
  const all = blocks.map((block) => ({ column: block.column, towers: block.towers(roomy) }));
  return all.filter(({ towers }) => towers.length > 0);
}

function unitsIn(towers: readonly Tower[]): number {
  return towers.flatMap(({ nodes }) => nodes).filter(({ layer }) => layer === 'box').length;
}

/** In the order of the registry. */
function byKind(nodes: readonly Node[]): readonly Node[] {
  return kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind.noun));
}

/** Tiers that are too high stand in several piles: the highest first, as long as that makes everything larger. */
function spread(single: readonly Pile[], blocks: readonly Racks[], aspect: number): readonly Pile[] {
  const counts = blocks.map(() => 1);
  const now = (): readonly Pile[] =>
    inOrder([...single, ...blocks.flatMap((block, at) => split(block, counts[at] ?? 1))]);
  let best = now();
  let worth = scaleOf(measure(best, 1), aspect) * besideWorth;
  for (;;) {
    const heights = blocks.map((block, at) => Math.max(...split(block, counts[at] ?? 1).map(({ towers }) => tall(towers, 1))));
    const highest = heights.indexOf(Math.max(...heights));
    if ((counts[highest] ?? 0) >= (blocks[highest]?.towers.length ?? 0)) return best;
    counts[highest] = (counts[highest] ?? 1) + 1;
    const scale = scaleOf(measure(now(), 1), aspect);
    if (scale > worth) [best, worth] = [now(), scale];
  }
}

interface Measure {
  readonly width: number;
  readonly height: number;
}

function measure(piles: readonly Pile[], grown: number): Measure {
  const width = piles.reduce((sum, pile) => sum + wide(pile, grown) + gapOf(piles, grown), 2 * margin);
  const height = Math.max(...piles.map(({ towers, grows }) => tall(towers, grows ? grown : 1)), leastHeight);
  return { width: Math.max(width - gapOf(piles, grown), 2 * margin + 1), height: height + 2 * margin };
}

function gapOf(piles: readonly Pile[], grown: number): number {
  return (piles.length >= manyColumns ? gapBetweenMany : gapBetweenColumns) * Math.sqrt(grown);
}

function wide({ towers, grows }: Pile, grown: number): number {
  return Math.max(...towers.map(({ w }) => w)) * (grows ? grown : 1);
}

function tall(towers: readonly Tower[], grown: number): number {
  return towers.reduce((sum, { h }) => sum + h * grown + gapInColumn, -gapInColumn);
}

function scaleOf({ width, height }: Measure, aspect: number): number {
  return viewportHeight * Math.min(aspect / width, 1 / height);
}

interface Placed extends Lane {
  readonly nodes: readonly Node[];
}

/** All centred at one height. */
function placePiles(piles: readonly Pile[], middle: number, grown: number): readonly Placed[] {
  let x = margin;
  return piles.map((pile) => {
    const by = pile.grows ? grown : 1;
    const [left, right] = [x, x + wide(pile, grown)];
    x = right + gapOf(piles, grown);
    let y = middle - tall(pile.towers, by) / 2;
    const placed = pile.towers.map((tower) => {
      const box = { x: left + (right - left - tower.w * by) / 2, y, w: tower.w * by, h: tower.h * by };
      y += box.h + gapInColumn;
      return { box, nodes: tower.nodes.map((node) => moved(node, box.x, box.y, by)) };
    });
    return { left, right, boxes: placed.map(({ box }) => box), nodes: placed.flatMap(({ nodes }) => nodes) };
  });
}

function moved(node: Node, dx: number, dy: number, by: number): Node {
  const sections = node.sections.map((section) => ({ ...section, x: section.x + dx, y: section.y + dy }));
  return { ...node, x: node.x * by + dx, y: node.y * by + dy, w: node.w * by, h: node.h * by, sections };
}

/** The ways through what is placed, and where they begin, pause and end. */
function lead(world: World, nodes: readonly Node[], ground: Ground): Pick<Layout, 'edges' | 'stations' | 'entrance'> {
  const stations = new Map<string, Station>();
  const components = componentsOf(world);
  const site: Site = {
    world,
    nodes,
    station: (...names) => stations.get(names.find((name) => stations.has(name)) ?? ''),
    entrances: (after) => entrancesOf(components, after),
    join: (ends, start, end) => (start && end ? [{ ...ends, way: whole(start, end, ground) }] : []),
  };
  for (const node of nodes)
    for (const [name, station] of kindOf(node.kind).stations?.(node, site) ?? []) stations.set(name, station);
  const edges = components.flatMap((one) => kindOf(one.kind).edges?.(one, site) ?? []);
  const entrance = site.entrances().map((id) => site.station(id, `${id}/web`)).find((station) => station !== undefined);
  return { edges, stations, entrance };
}

/** A server's edge goes on from its rack's border to the server itself. */
function whole(start: Station, end: Station, ground: Ground): Edge['way'] {
  const way = edgeWay(start, end, ground);
  const side = (station: Station, x: number): number =>
    Math.abs(x - station.left) < Math.abs(x - station.right) ? station.own.left : station.own.right;
  const [first, last] = [way.xs[0] ?? 0, way.xs.at(-1) ?? 0];
  const [out, into] = [through([side(start, first), start.leave.y]), through([side(end, last), end.enter.y])];
  return joined(out, way, into);
}

function entrancesOf(components: readonly Component[], after?: Stage): readonly string[] {
  const behind = after === undefined ? -1 : stages.indexOf(after);
  const admitting = components.filter(({ kind, view }) => kindOf(kind).admits?.(view) === true);
  const stageOf = ({ kind, view }: Component): number => stages.indexOf(kindOf(kind).stage(view));
  const first = Math.min(...admitting.map(stageOf).filter((stage) => stage > behind));
  return admitting.filter((one) => stageOf(one) === first).map(({ id }) => id);
}
