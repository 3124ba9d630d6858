import { Container, Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import { contains } from '../drawing/geometry';
import type { Look } from '../drawing/look';
import { Sketch } from '../drawing/sketch';
import { kindOf } from '../kinds';
import type { Node } from '../kinds/place';
import type { World } from '../world/world';
import { Bundles } from './bundles';
import { Dots } from './dots';
import { Edges } from './edges';
import { layOut, type Layout } from './layout';
import { Flights } from './flights';
import { Glide, type Places } from './glide';
import { Guide } from './guide';
import type { Flight } from './points';
import { drawTags } from './tags';
import { drawMarks } from './marks';
import { Looks, type Surroundings } from './looks';

/** Unhealthy edges blink so often. */
const blinkMs = 1000;

const front = ['part', 'box', 'frame'] as const;

/** Boxes drawn again in one frame at most: a tick of a large system is spread over several. */
const drawnMost = 12;

/** What part of the picture is seen, and how large. */
interface Eye {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What a node was drawn from, to be compared with. */
type From = readonly unknown[];

/** The drawing of an estate: components are drawn again only when their own view, the scale or the theme changed. */
export class Scene {
  readonly root = new Container();
  readonly dots: Dots;
  readonly guide = new Guide();
  layout: Layout | null = null;
  /** Reduced motion: no dots move. */
  still = false;
  colors: Colors;
  #frames = new Bundles();
  #edges = new Edges();
  #boxes = new Bundles();
  #parts = new Bundles();
  readonly #layers = { frame: this.#frames, box: this.#boxes, part: this.#parts };
  #marks = new Graphics();
  #tags = new Sketch();
  #flights = new Flights();
  #glide = new Glide();
  #looks = new Looks();
  #sketches = new Map<string, Sketch>();
  #drawn = new Map<string, From>();
  #scale = 0;
  #whole = true;
  #glided = false;
  /** What does not move with the boxes appears with them. */
  readonly #beside: readonly Container[];
  /** Boxes still to be looked at since the last time all were. */
  #left = 0;

  constructor(colors: Colors, resolution: number) {
    this.colors = colors;
    this.dots = new Dots(resolution);
    const { ways, blink, rates, streams, verdicts } = this.#edges;
    this.#beside = [ways, rates, streams.layer, verdicts, this.#tags.root, this.#marks, this.dots.container];
    this.root.addChild(this.#frames.root, streams.layer, ways, blink, this.#boxes.root, this.#parts.root, rates);
    this.root.addChild(this.dots.container, verdicts, this.#tags.root, this.#marks, this.guide.g, this.#flights.sketch.root);
  }

  arrange(world: World, aspect: number): Layout {
    const layout = layOut(world, aspect);
    this.layout = layout;
    this.dots.setLayout(layout);
    this.guide.layOut(layout);
    this.#dropGone(layout);
    this.redraw();
    return layout;
  }

  /** Where everything stands, seen so. */
  places({ scale, x, y }: Eye): Places {
    return new Map((this.layout?.nodes ?? []).map((node) => [nameOf(node), { x: x + node.x * scale, y: y + node.y * scale }]));
  }

  /** What stood at these places moves to where it stands now. */
  glideFrom(before: Places, eye: Eye, nowMs: number): void {
    if (before.size > 0 && !this.still) this.#glide.begin(before, this.places(eye), nowMs);
    else this.#glide.end();
  }

  /** True: something moves to its place, or has just come to it. */
  #glideOn(nowMs: number): boolean {
    const goes = this.#glide.goes(nowMs);
    if (!goes && !this.#glided) return false;
    this.#glided = goes;
    for (const [name, { root }] of this.#sketches) {
      const left = this.#glide.offset(name, nowMs);
      root.pivot.set(-(left?.x ?? 0), -(left?.y ?? 0));
      root.alpha = left ? 1 : this.#glide.share(nowMs);
    }
    for (const layer of this.#beside) layer.alpha = this.#glide.share(nowMs);
    return true;
  }

  /** Everything is drawn again at the next draw. */
  redraw(): void {
    this.#whole = true;
    this.#drawn.clear();
    this.#edges.redraw();
  }

  forgetTexts(): void {
    for (const sketch of this.#sketches.values()) sketch.forgetTexts();
    this.redraw();
  }

  /** False: some of what changed is drawn in the next frame. What is seen otherwise is drawn whole. */
  draw(world: World, scale: number, outside: Surroundings): boolean {
    const { layout } = this;
    if (!layout) return true;
    if (scale !== this.#scale) this.redraw();
    const look = this.#looks.at(world, scale, this.colors, outside);
    let left = this.#whole ? Infinity : drawnMost;
    if (this.#whole) {
      this.#scale = scale;
      this.dots.scale = scale;
    }
    this.#whole = false;
    if (left === Infinity || this.#left <= 0) this.#left = layout.nodes.length;
    // What stands in front is drawn last.
    while (this.#left > 0 && left > 0) {
      const node = layout.nodes[--this.#left];
      if (node && this.#draw(node, world, look)) left--;
    }
    const done = this.#edges.draw(layout.edges, world, look, left === Infinity);
    this.#edges.drawFigures(layout.edges, world, this.still, look);
    return done && this.#left === 0;
  }

  /** What each component costs, or what was lost at it: over what is drawn. */
  tag(texts: ReadonlyMap<string, string>, world: World, color: number): void {
    drawTags(this.#tags, this.layout?.nodes ?? [], texts, world, this.#scale, { color, ground: this.colors.ground });
  }

  /** What moves by itself: blinking edges, points on their way, boxes on theirs, whom somebody follows. True: something did. */
  move(nowMs: number, passedMs: number, flights: readonly Flight[]): boolean {
    const lit = this.still || nowMs % blinkMs < blinkMs * 0.6 ? 1 : 0.25;
    let changed = lit !== this.#edges.blink.alpha;
    this.#edges.blink.alpha = lit;
    changed = this.#flights.draw(flights, this.layout?.nodes ?? [], this.#scale, nowMs, this.still, this.colors) || changed;
    changed = this.#glideOn(nowMs) || changed;
    return this.guide.draw(passedMs, this.#scale, this.colors) || changed;
  }

  /** On the screen, as the camera wants it. */
  stand({ x, y }: Eye, unit: number): void {
    this.root.scale.set(unit);
    this.root.position.set(Math.round(x * unit), Math.round(y * unit));
  }

  mark(selected: string | null, focused: string | null): void {
    drawMarks(this.#marks, this.layout?.nodes ?? [], { held: this.dots.held, selected, focused }, this.#scale, this.colors);
  }

  /** What can be chosen. Several may stand for one component: a rack in each of its columns, a replica in its server. */
  get targets(): readonly Node[] {
    const nodes = this.layout?.nodes ?? [];
    return nodes.filter((node, at) => nodes.findIndex(({ id }) => id === node.id) === at);
  }

  /** What the arrow keys walk over: not racks, whose middle lies within their servers; Tab reaches those. */
  get walkable(): readonly Node[] {
    return this.targets.filter(({ layer }) => layer !== 'frame');
  }

  /** Parts before their boxes, boxes before their frames. */
  at(x: number, y: number): Node | null {
    const under = (this.layout?.nodes ?? []).filter((node) => contains(node, x, y));
    return under.toSorted((a, b) => front.indexOf(a.layer) - front.indexOf(b.layer))[0] ?? null;
  }

  /** Whether there was something to draw. */
  #draw(node: Node, world: World, look: Look): boolean {
    const kind = kindOf(node.kind);
    const drawing = kind.draw?.(node, world, look);
    if (!drawing) return false;
    const name = nameOf(node);
    const from = [...drawing.from, look.isPending(node.id)];
    const before = this.#drawn.get(name);
    if (before && from.every((one, at) => before[at] === one)) return false;
    this.#drawn.set(name, from);
    const sketch = this.#sketchOf(name, node);
    sketch.root.position.set(Math.round(node.x * this.#scale), Math.round(node.y * this.#scale));
    drawing.on(sketch);
    // Cells come and go with what is drawn: processes, groups of them, slots.
    for (const [station, seats] of kind.seats?.(node, world, look) ?? []) this.dots.seat(station, seats);
    return true;
  }

  #sketchOf(name: string, node: Node): Sketch {
    let sketch = this.#sketches.get(name);
    if (!sketch) {
      sketch = new Sketch();
      this.#sketches.set(name, sketch);
      this.#layers[node.layer].add(sketch.root);
    }
    return sketch;
  }

  #dropGone(layout: Layout): void {
    const kept = new Set(layout.nodes.map(nameOf));
    for (const [name, sketch] of this.#sketches) {
      if (kept.has(name)) continue;
      sketch.destroy();
      this.#sketches.delete(name);
    }
  }
}

/** Kinds need not know each other's names. */
function nameOf(node: Node): string {
  return `${node.kind}:${node.name}`;
}
