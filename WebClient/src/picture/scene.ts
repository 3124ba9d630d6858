import { Container, Graphics } from 'pixi.js';
import type { Colors } from '../drawing/colors';
import { contains, type Box } from '../drawing/geometry';
import type { Look } from '../drawing/look';
import { Sketch } from '../drawing/sketch';
import { dashedBox } from '../drawing/strokes';
import { kindOf } from '../kinds';
import type { Node } from '../kinds/place';
import type { World } from '../world/world';
import { Dots } from './dots';
import { Edges } from './edges';
import { layOut, type Layout } from './layout';
import { Looks, type Surroundings } from './looks';

/** What a node was drawn from, to be compared with. */
type From = readonly unknown[];

/** The drawing of an estate: components are drawn again only when their own view, the scale or the theme changed. */
export class Scene {
  readonly root = new Container();
  readonly dots: Dots;
  layout: Layout | null = null;
  /** Reduced motion: no dots move. */
  still = false;
  colors: Colors;
  #frames = new Container();
  #edges = new Edges();
  #nodes = new Container();
  #marks = new Graphics();
  #looks = new Looks();
  #sketches = new Map<string, Sketch>();
  #drawn = new Map<string, From>();
  #scale = 0;

  constructor(colors: Colors, resolution: number) {
    this.colors = colors;
    this.dots = new Dots(resolution);
    const { ways, blink, rates } = this.#edges;
    this.root.addChild(this.#frames, ways, blink, this.#nodes, rates, this.dots.container, this.#marks);
  }

  arrange(world: World, aspect: number): Layout {
    const layout = layOut(world, aspect);
    this.layout = layout;
    this.dots.setLayout(layout);
    // Edges plug into the servers of a single column of racks; those to further columns run behind the racks before them.
    const columns = new Set(layout.nodes.filter(isFrame).map((node) => node.x)).size;
    this.root.setChildIndex(this.#frames, columns > 1 ? 2 : 0);
    this.#dropGone(layout);
    this.redraw();
    return layout;
  }

  /** Everything is drawn again at the next draw. */
  redraw(): void {
    this.#drawn.clear();
    this.#edges.redraw();
  }

  forgetTexts(): void {
    for (const sketch of this.#sketches.values()) sketch.forgetTexts();
    this.redraw();
  }

  draw(world: World, scale: number, outside: Surroundings): void {
    const { layout } = this;
    if (!layout) return;
    if (scale !== this.#scale) this.redraw();
    this.#scale = scale;
    const look = this.#looks.at(world, scale, this.colors, outside);
    // What stands in front is drawn last.
    for (const node of layout.nodes.toReversed()) this.#draw(node, world, look);
    this.#edges.draw(layout.edges, world, look);
    this.#edges.drawRates(this.still ? layout.edges : [], world, look);
  }

  /** Rings around the selected and the focused component. */
  mark(selected: Box | null, focused: Box | null): void {
    const s = this.#scale;
    this.#marks.clear();
    if (selected) {
      this.#marks.roundRect(selected.x * s - 4, selected.y * s - 4, selected.w * s + 8, selected.h * s + 8, 9);
      this.#marks.stroke({ width: 2, color: this.colors.accent });
    }
    if (focused) {
      const box = { x: focused.x * s - 7, y: focused.y * s - 7, w: focused.w * s + 14, h: focused.h * s + 14 };
      dashedBox(this.#marks, box, 5, this.colors.accent, 1.5);
    }
  }

  blink(share: number): void {
    this.#edges.blink.alpha = share;
  }

  /** What can be chosen, front before back: units stand in racks. */
  get targets(): readonly Node[] {
    const nodes = this.layout?.nodes ?? [];
    // A replica stands for its server, the chassis under it included.
    return nodes.filter((node) => !node.slim || !nodes.some((other) => other !== node && other.id === node.id));
  }

  /** What the arrow keys walk over: not racks, whose middle lies within their servers; Tab reaches those. */
  get walkable(): readonly Node[] {
    return this.targets.filter((node) => !isFrame(node));
  }

  at(x: number, y: number): Node | null {
    return this.targets.find((node) => contains(node, x, y)) ?? null;
  }

  #draw(node: Node, world: World, look: Look): void {
    const drawing = kindOf(node.kind).draw?.(node, world, look);
    if (!drawing) return;
    const name = nameOf(node);
    const from = [...drawing.from, look.isPending(node.id)];
    const before = this.#drawn.get(name);
    if (before && from.every((one, at) => before[at] === one)) return;
    this.#drawn.set(name, from);
    const sketch = this.#sketchOf(name, node);
    sketch.root.position.set(Math.round(node.x * this.#scale), Math.round(node.y * this.#scale));
    drawing.on(sketch);
  }

  #sketchOf(name: string, node: Node): Sketch {
    let sketch = this.#sketches.get(name);
    if (!sketch) {
      sketch = new Sketch();
      this.#sketches.set(name, sketch);
      (isFrame(node) ? this.#frames : this.#nodes).addChild(sketch.root);
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

function isFrame(node: Node): boolean {
  return node.stage === 'frame';
}

/** Kinds need not know each other's names. */
function nameOf(node: Node): string {
  return `${node.kind}:${node.name}`;
}
