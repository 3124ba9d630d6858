import { joined, through } from '../drawing/geometry';
import { componentsOf, kindOf, kinds, type Component } from '../kinds';
import { columns, type Arranged, type Block, type Column, type Edge, type Node, type Site } from '../kinds/place';
import { byStage, stages, type Stage } from '../kinds/stage';
import type { Station } from '../kinds/station';
import type { World } from '../world/world';
import { placeStack, stacksOf, tallest, widthOf, type Stacks } from './stacks';
import { edgeWay, pastMiddle, type Ground, type Junction } from './ways';

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
const gapBetweenMany = 38;
const manyColumns = 6;
/** Room for the junction of the edges before and behind the middle, and for the way under it. */
const junctionRoom = 24;
const pastRoom = 18;
const margin = 14;
const leastHeight = 200;
/** A usual height of the picture; only proportions depend on it. */
const viewportHeight = 510;
const legibleScale = 0.62;
const growthMost = 1.6;

/** Places everything from left to right, as a request meets it. The aspect is the viewport's width / height. */
export function layOut(world: World, aspect: number): Layout {
  const stacks = stacksOf(world);
  const blocks = kinds.flatMap((kind) => kind.blocks?.(world) ?? []);
  const gap = stacks.size + 1 >= manyColumns ? gapBetweenMany : gapBetweenColumns;
  const fixed = fixedWidth(stacks, gap);
  const first = arrange(blocks, aspect, fixed, gap);
  const grown = growth(aspect, first.reduce((width, one) => width + one.width, fixed), highest(first));
  const arranged = grown === 1 ? first : arrange(blocks, aspect, fixed * grown, gap);
  const below = stacks.has('middle') ? 2 * pastRoom * grown : 0;
  const height = Math.max(tallest(stacks, grown, below), highest(arranged), leastHeight) + 2 * margin;
  const byColumn = new Map(blocks.map((block, at) => [block.column, arranged[at]]));
  const placed = placeColumns(stacks, byColumn, { grown, gap: gap * Math.sqrt(grown), middle: height / 2 });
  const nodes = byStage(byKind(placed.nodes), (node) => node.stage);
  const doors = nodes.filter((node) => node.stage === 'edge' || node.stage === 'door');
  const ground = { junction: placed.junction, doors };
  return { width: placed.width, height, nodes, ground, ...lead(world, nodes, ground) };
}

/** In the order of the registry. */
function byKind(nodes: readonly Node[]): readonly Node[] {
  return kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind.noun));
}

function fixedWidth(stacks: Stacks, gap: number): number {
  const room = 2 * margin + (stacks.has('middle') ? 2 * junctionRoom : 0);
  return [...stacks.values()].reduce((sum, stack) => sum + widthOf(stack) + gap, room);
}

/** The first of them gets what the others leave. */
function arrange(blocks: readonly Block[], aspect: number, fixed: number, gap: number): readonly Arranged[] {
  const arranged: Arranged[] = [];
  let taken = fixed;
  for (const block of blocks.toReversed()) {
    const one = block.arrange({ aspect: block === blocks[0] ? aspect : aspect / 2, fixedWidth: taken });
    if (one.width > 0) taken += one.width + gap;
    arranged.unshift(one);
  }
  return arranged;
}

function highest(arranged: readonly Arranged[]): number {
  return Math.max(0, ...arranged.map((one) => one.height));
}

/** Where racks fill the picture, what stands beside them grows, so that rates stay legible from afar. */
function growth(aspect: number, width: number, height: number): number {
  const scale = viewportHeight * Math.min(aspect / width, 1 / Math.max(1, height));
  return Math.min(growthMost, Math.max(1, legibleScale / scale));
}

interface Measures {
  readonly grown: number;
  readonly gap: number;
  /** Height all columns are centred at. */
  readonly middle: number;
}

interface Placed {
  readonly nodes: readonly Node[];
  readonly junction: Junction | null;
  readonly width: number;
}

function placeColumns(stacks: Stacks, blocks: ReadonlyMap<Column, Arranged | undefined>, measures: Measures): Placed {
  const { grown, gap, middle } = measures;
  const nodes: Node[] = [];
  let junction: Junction | null = null;
  let x = margin;
  for (const column of columns) {
    const stack = stacks.get(column) ?? [];
    const block = blocks.get(column);
    if (column === 'middle' && stack.length > 0) x += junctionRoom * grown;
    const placed = block ? shifted(block, x, middle) : placeStack(stack, x, middle, grown);
    nodes.push(...placed);
    const width = block ? block.width : widthOf(stack) * grown;
    if (width > 0) x += width + gap;
    if (column !== 'middle') continue;
    junction = junctionAt(placed, middle, grown);
    if (junction) x += (junctionRoom * grown) / 2;
  }
  return { nodes, junction, width: x - gap + margin };
}

function shifted(block: Arranged, dx: number, middle: number): readonly Node[] {
  const dy = middle - block.height / 2;
  return block.nodes.map((node) => {
    const sections = node.sections.map((section) => ({ ...section, x: section.x + dx, y: section.y + dy }));
    return { ...node, x: node.x + dx, y: node.y + dy, sections };
  });
}

function junctionAt(nodes: readonly Node[], middle: number, grown: number): Junction | null {
  const lowest = nodes.at(-1);
  if (!lowest) return null;
  const away = junctionRoom * grown;
  return {
    x: lowest.x - away,
    y: middle,
    pastY: lowest.y + lowest.h + pastRoom * grown,
    endX: lowest.x + lowest.w + away,
    corner: 12 * grown,
  };
}

/** The ways through what is placed, and where they begin, pause and end. */
function lead(world: World, nodes: readonly Node[], ground: Ground): Pick<Layout, 'edges' | 'stations' | 'entrance'> {
  const { junction } = ground;
  const stations = new Map<string, Station>();
  const components = componentsOf(world);
  const site: Site = {
    world,
    nodes,
    station: (...names) => stations.get(names.find((name) => stations.has(name)) ?? ''),
    entrances: (after) => entrancesOf(components, after),
    join(ends, start, end) {
      if (!start || !end) return [];
      // A server's edge goes on from its rack's border to the server itself.
      const [out, into] = [through([start.own.right, start.leave.y]), through([end.own.left, end.enter.y])];
      return [{ ...ends, way: joined(out, edgeWay(start, end, ground), into) }];
    },
  };
  for (const node of nodes)
    for (const [name, station] of kindOf(node.kind).stations?.(node, site) ?? []) stations.set(name, station);
  const edges = components.flatMap((one) => kindOf(one.kind).edges?.(one, site) ?? []);
  const past: readonly Edge[] = junction && nodes.some((node) => node.stage === 'data')
    ? [{ kind: 'data', from: '', to: '', way: pastMiddle(junction) }]
    : [];
  const entrance = site.entrances().map((id) => site.station(id, `${id}/web`)).find((station) => station !== undefined);
  return { edges: [...edges, ...past], stations, entrance };
}

function entrancesOf(components: readonly Component[], after?: Stage): readonly string[] {
  const behind = after === undefined ? -1 : stages.indexOf(after);
  const admitting = components.filter(({ kind, view }) => kindOf(kind).admits?.(view) === true);
  const stageOf = ({ kind, view }: Component): number => stages.indexOf(kindOf(kind).stage(view));
  const first = Math.min(...admitting.map(stageOf).filter((stage) => stage > behind));
  return admitting.filter((one) => stageOf(one) === first).map(({ id }) => id);
}
