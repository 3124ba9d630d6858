import { Graphics } from 'pixi.js';
import { along, type Point } from '../drawing/geometry';
import type { Look } from '../drawing/look';
import { Sketch } from '../drawing/sketch';
import type { Edge } from '../kinds/place';
import { rate, secondsUntil } from '../language/figures';
import type { TargetView } from '../wire';
import type { World } from '../world/world';
import { drawAside, drawJobs, drawTarget, drawVerdict, drawWay } from './draw-edges';
import { Streams } from './streams';

/** Smaller than this there is no room for figures on edges. */
const ratesFromScale = 0.5;

/** All edges: drawn again only when a balancer thinks otherwise of a target. */
export class Edges {
  readonly ways = new Graphics();
  /** What blinks lies above the others. */
  readonly blink = new Graphics();
  readonly streams = new Streams();
  /** Verdicts of checks lie above the ways. */
  readonly verdicts = new Graphics();
  readonly #rates = new Sketch();
  readonly #point: Point = { x: 0, y: 0 };
  #drawn: string | null = null;

  get rates(): Sketch['root'] {
    return this.#rates.root;
  }

  redraw(): void {
    this.#drawn = null;
    this.streams.redraw();
  }

  /** False: some streams are drawn in the next frame. */
  draw(edges: readonly Edge[], world: World, look: Look, whole: boolean): boolean {
    const { scale, colors } = look;
    const done = this.streams.draw(edges, world, look, whole);
    const targets = edges.map((edge) => edge.target?.(world));
    const states = targets.map(stateOf).join();
    if (states === this.#drawn) return done;
    this.#drawn = states;
    this.ways.clear();
    this.blink.clear();
    this.verdicts.clear();
    edges.forEach((edge, at) => {
      const target = targets[at];
      if (target) drawTarget(this.ways, this.blink, edge, target, scale, colors);
      else if (edge.kind === 'jobs') drawJobs(this.ways, edge, scale, colors);
      else if (edge.kind === 'ask' || edge.kind === 'copy') drawAside(this.ways, edge, scale, colors);
      else drawWay(this.ways, edge, scale, colors);
      if (target && scale >= ratesFromScale) drawVerdict(this.verdicts, edge, target, scale, colors);
    });
    return done;
  }

  /** How long a target still drains or is left out; without moving dots also how much goes along its edge. */
  drawFigures(edges: readonly Edge[], world: World, still: boolean, { scale, colors, timeMs }: Look): void {
    const style = { size: 10, color: colors.ink2, align: 'right' } as const;
    this.#rates.begin();
    for (const edge of scale < ratesFromScale ? [] : edges) {
      const target = edge.target?.(world);
      if (!target) continue;
      const left = secondsUntil(Math.max(target.drainEndsMs, target.ejectedUntilMs), timeMs);
      if (left === '' && !still) continue;
      // Before the server, on the side the edge does not come from.
      const from = along(edge.way, 0, this.#point).y;
      const { x, y } = along(edge.way, 1, this.#point);
      const text = left === '' ? `${rate(target.requestsPerSecond)}/s` : left;
      const ink = left === '' ? style : { ...style, color: colors.warn, bold: true };
      this.#rates.text(text, x * scale - 14, y * scale + (from < y - 1 ? 4 : -17), ink);
    }
    this.#rates.end();
  }
}

function stateOf(target: TargetView | undefined): string {
  return target ? `${target.state}${target.weight === 0 ? '/0' : ''}${target.lastProbe}` : '';
}
