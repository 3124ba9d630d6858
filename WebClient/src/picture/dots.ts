import { Particle, ParticleContainer, type Texture } from 'pixi.js';
import { along, lengthOf, type Point, type Way } from '../drawing/geometry';
import type { Seats } from '../kinds/seats';
import type { Station } from '../kinds/station';
import { requestOf } from '../kinds/users/stay';
import type { TraceView } from '../wire';
import { dotTextures } from './dot-textures';
import { entrance, journeyOf, type Leg, type Mark } from './journey';
import type { Layout } from './layout';
import { lastsMs } from './pace';
import { leave, pointOf, Seating, type Seat } from './seating';
import { travelWay } from './ways';

/** Dots on screen at most; further traces are left out until there is room. */
const dotsMost = 2000;
/** Dots glide from their way into their place instead of jumping. */
const easeMs = 45;
/** On one way dots are at least so many pixels apart, on average; more of them are the stream under them. */
const apartPixels = 22;
const onWayLeast = 3;

/** A way that dots travel in either direction. */
interface Road {
  readonly way: Way;
  travelling: number;
}

export interface Dot {
  particle: Particle;
  trace: TraceView | null;
  legs: readonly Leg[];
  at: number;
  /** Playback milliseconds into the current leg; negative while the dot waits to set out. */
  ms: number;
  lasts: number;
  color: number;
  x: number;
  y: number;
  /** Its own place across a way, −1 to 1. */
  side: number;
  seat: Seat | null;
  road: Road | null;
  /** One of too many on its way. */
  crowded: boolean;
}

/** Dots that follow sampled traces. All of them are particles of one texture, kept in a pool. */
export class Dots {
  readonly container: ParticleContainer;
  total = 0;
  arrived = 0;
  /** Stays where it is while the others go on. */
  held: Dot | null = null;
  #moving: Dot[] = [];
  #idle: Dot[] = [];
  #textures: Record<Mark, Texture>;
  #layout: Layout | null = null;
  #point: Point = { x: 0, y: 0 };
  #seating = new Seating();
  #scale = 1;
  /** Ways already found, by their ends. */
  #roads = new Map<string, Road | null>();

  constructor(resolution: number) {
    this.#textures = dotTextures(resolution);
    this.container = new ParticleContainer({
      texture: this.#textures.none,
      dynamicProperties: { position: true, color: true, uvs: true, vertex: true },
    });
  }

  get moving(): number {
    return this.#moving.length;
  }

  setLayout(layout: Layout): void {
    this.#layout = layout;
    this.#roads.clear();
    for (const dot of this.#moving) if (dot.road) this.#setOut(dot);
  }

  set scale(scale: number) {
    this.#scale = scale;
    if (this.#layout) this.#seating.arrange(this.#layout.stations, scale);
  }

  seat(station: string, seats: Seats): void {
    this.#seating.set(station, seats);
  }

  /** One: of as many as the trace stands for, from 0. */
  start(trace: TraceView, color: number, delayMs: number, one: number): void {
    if (this.#moving.length >= dotsMost) return;
    const legs = journeyOf(trace);
    if (legs.length === 0) return;
    const dot = this.#idle.pop() ?? this.#grow();
    const side = luckOf(`${requestOf(trace)}/${one}`) * 2 - 1;
    Object.assign(dot, { trace, legs, at: 0, ms: -delayMs, color, side, x: NaN });
    this.#setOut(dot);
    this.#moving.push(dot);
    this.total++;
  }

  /** Moves every dot on by so many milliseconds of playback. */
  advance(ms: number): void {
    const ease = 1 - Math.exp(-ms / easeMs);
    for (let at = this.#moving.length - 1; at >= 0; at--) {
      const dot = this.#moving[at];
      if (!dot) continue;
      if (dot !== this.held) dot.ms += ms;
      while (dot.ms >= dot.lasts && dot.at < dot.legs.length) {
        dot.ms -= dot.lasts;
        dot.at++;
        this.#setOut(dot);
      }
      const leg = dot.legs[dot.at];
      if (leg) this.#place(dot, leg, ease);
      else this.#arrive(dot, at);
    }
  }

  clear(): void {
    this.held = null;
    for (let at = this.#moving.length - 1; at >= 0; at--) {
      const dot = this.#moving[at];
      if (dot) this.#arrive(dot, at);
    }
  }

  /** Figures of the animation, for tests that look from outside. */
  tell(dataset: DOMStringMap): void {
    dataset['dots'] = String(this.#moving.length);
    dataset['dotsTotal'] = String(this.total);
    dataset['dotsArrived'] = String(this.arrived);
  }

  /** The nearest one that is drawn within so many units. */
  near(x: number, y: number, within: number): Dot | null {
    let best: Dot | null = null;
    let bestFar = within;
    for (const dot of this.#moving) {
      const far = Math.hypot(dot.x - x, dot.y - y);
      if (dot.particle.alpha > 0 && far <= bestFar) [best, bestFar] = [dot, far];
    }
    return best;
  }

  #grow(): Dot {
    const particle = new Particle({ texture: this.#textures.none, anchorX: 0.5, anchorY: 0.5 });
    this.container.addParticle(particle);
    const still = { trace: null, legs: [], at: 0, ms: 0, lasts: 0, color: 0, x: NaN, y: NaN, side: 0 };
    return { ...still, particle, seat: null, road: null, crowded: false };
  }

  #arrive(dot: Dot, at: number): void {
    const last = this.#moving.pop();
    if (last && last !== dot) this.#moving[at] = last;
    this.#quit(dot);
    dot.particle.alpha = 0;
    this.#idle.push(dot);
    this.arrived++;
  }

  #quit(dot: Dot): void {
    if (dot.road && !dot.crowded) dot.road.travelling--;
    if (dot.seat) leave(dot.seat);
    [dot.road, dot.seat, dot.crowded] = [null, null, false];
  }

  /** Begins a leg: on its road, or in a seat. */
  #setOut(dot: Dot): void {
    this.#quit(dot);
    const leg = dot.legs[dot.at];
    dot.lasts = leg ? lastsMs(leg, leg.kind === 'travel' ? this.#road(leg)?.way : undefined) : 0;
    if (!leg) return;
    if (leg.kind === 'travel') {
      dot.road = this.#road(leg);
      if (!dot.road) return;
      const most = Math.max(onWayLeast, (lengthOf(dot.road.way) * this.#scale) / apartPixels);
      dot.crowded = dot.road.travelling >= most * (leg.mark === 'failed' ? 1.5 : 1);
      if (!dot.crowded) dot.road.travelling++;
    } else dot.seat = this.#seating.take(leg.to, leg.kind === 'work' ? 'work' : leg.held ? 'held' : 'wait');
  }

  #station(id: string): Station | undefined {
    return id === entrance ? this.#layout?.entrance : this.#layout?.stations.get(id);
  }

  /** The way of a leg; going back runs the same way in reverse. */
  #road(leg: Leg): Road | null {
    const [start, end] = leg.back ? [leg.to, leg.from] : [leg.from, leg.to];
    const key = `${start}>${end}`;
    let road = this.#roads.get(key);
    if (road === undefined) {
      const [from, to] = [this.#station(start), this.#station(end)];
      road = from && to ? { way: travelWay(from, to, this.#layout?.ground ?? []), travelling: 0 } : null;
      this.#roads.set(key, road);
    }
    return road;
  }

  #place(dot: Dot, leg: Leg, ease: number): void {
    const { particle } = dot;
    if (dot.ms < 0 || !this.#find(dot, leg)) {
      particle.alpha = 0;
      // It comes out where it has gone in.
      dot.x = NaN;
      return;
    }
    const share = Number.isNaN(dot.x) ? 1 : ease;
    dot.x = share === 1 ? this.#point.x : dot.x + (this.#point.x - dot.x) * share;
    dot.y = share === 1 ? this.#point.y : dot.y + (this.#point.y - dot.y) * share;
    particle.x = dot.x * this.#scale;
    particle.y = dot.y * this.#scale;
    particle.texture = this.#textures[leg.mark];
    particle.tint = leg.mark === 'none' || leg.mark === 'hello' ? dot.color : 0xffffff;
    particle.alpha = leg.back && leg.mark === 'none' ? 0.55 : 1;
    particle.scaleX = (leg.back && leg.mark === 'none' ? 0.75 : 1) * Math.min(1, Math.max(0.6, this.#scale * 1.5)) * 0.85;
    particle.scaleY = particle.scaleX;
  }

  /** Where it is now, into the point; false: it is not drawn. */
  #find(dot: Dot, leg: Leg): boolean {
    if (dot.road) {
      if (dot.crowded) return false;
      const t = dot.lasts > 0 ? dot.ms / dot.lasts : 1;
      along(dot.road.way, leg.back ? 1 - t : t, this.#point);
      this.#point.y += dot.side * (2 / this.#scale);
      return true;
    }
    const place = dot.seat && pointOf(dot.seat);
    if (!place) return false;
    [this.#point.x, this.#point.y] = [place.x, place.y];
    return true;
  }
}

/** The same for one request, from 0 to 1. */
function luckOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value & 255) / 255;
}
