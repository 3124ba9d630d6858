import { Container, Graphics } from 'pixi.js';
import { along, type Point } from '../drawing/geometry';
import type { Look } from '../drawing/look';
import { Sketch } from '../drawing/sketch';
import type { Edge } from '../kinds/place';
import { rate, secondsUntil } from '../language/figures';
import type { TargetView } from '../wire';
import type { World } from '../world/world';
import { drawCountdown, drawVerdict } from './checks';
import { drawAside, drawJobs, drawTarget, drawWay } from './draw-edges';
import { Streams } from './streams';

/** Smaller than this there is no room for figures on edges. */
const ratesFromScale = 0.5;

/** Edges drawn together: when a balancer thinks otherwise of one target, all of them are. */
const together = 32;

interface Part {
  readonly ways: Graphics;
  readonly blink: Graphics;
  readonly verdicts: Graphics;
  drawn: string | null;
}

/** All edges: drawn again only when a balancer thinks otherwise of a target; of many only one part in a frame. */
export class Edges {
  readonly ways = new Container({ isRenderGroup: true });
  /** What blinks lies above the others. */
  readonly blink = new Container();
  readonly streams = new Streams();
  /** Verdicts of checks lie above the ways. */
  readonly verdicts = new Container({ isRenderGroup: true });
  readonly #rates = new Sketch();
  readonly #point: Point = { x: 0, y: 0 };
  readonly #parts: Part[] = [];

  get rates(): Sketch['root'] {
    return this.#rates.root;
  }

  redraw(): void {
    for (const part of this.#parts) part.drawn = null;
    this.streams.redraw();
  }

  /** False: some of them are drawn in the next frame. */
  draw(edges: readonly Edge[], world: World, look: Look, whole: boolean): boolean {
    const done = this.streams.draw(edges, world, look, whole);
    const parts = Math.max(this.#parts.length, Math.ceil(edges.length / together));
    for (let at = 0; at < parts; at++) {
      const drawn = this.#drawPart(at, edges.slice(at * together, (at + 1) * together), world, look);
      if (drawn && !whole && at + 1 < parts) return false;
    }
    return done;
  }

  /** Whether there was something to draw. */
  #drawPart(at: number, edges: readonly Edge[], world: World, { scale, colors }: Look): boolean {
    const part = (this.#parts[at] ??= this.#grow());
    const targets = edges.map((edge) => edge.target?.(world));
    const states = targets.map(stateOf).join();
    if (states === part.drawn) return false;
    part.drawn = states;
    const { ways, blink, verdicts } = part;
    for (const one of [ways, blink, verdicts]) one.clear();
    edges.forEach((edge, one) => {
      const target = targets[one];
      if (target) drawTarget(ways, blink, edge, target, scale, colors);
      else if (edge.kind === 'jobs') drawJobs(ways, edge, scale, colors);
      else if (edge.kind === 'ask' || edge.kind === 'copy') drawAside(ways, edge, scale, colors);
      else drawWay(ways, edge, scale, colors);
      if (target && scale >= ratesFromScale) drawVerdict(verdicts, edge, target, scale, colors);
    });
    return true;
  }

  #grow(): Part {
    const [ways, blink, verdicts] = [new Graphics(), new Graphics(), new Graphics()];
    this.ways.addChild(ways);
    this.blink.addChild(blink);
    this.verdicts.addChild(verdicts);
    return { ways, blink, verdicts, drawn: null };
  }

  /** When targets are checked next, how long they still drain or are left out; without moving dots also how much goes there. */
  drawFigures(edges: readonly Edge[], world: World, still: boolean, look: Look): void {
    const { scale, colors, timeMs } = look;
    const style = { size: 10, color: colors.ink2, align: 'right' } as const;
    this.#rates.begin();
    for (const edge of scale < ratesFromScale ? [] : edges) {
      const target = edge.target?.(world);
      if (!target) continue;
      drawCountdown(this.#rates.g, edge, target, world.of('balancers').get(edge.from)?.check, look);
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
