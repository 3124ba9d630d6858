import { Particle, ParticleContainer, type Texture } from 'pixi.js';
import { along, lengthOf, type Box, type Point, type Way } from '../drawing/geometry';
import type { Station } from '../kinds/station';
import { requestOf } from '../kinds/users/stay';
import type { TraceView } from '../wire';
import { dotTextures } from './dot-textures';
import { entrance, journeyOf, type Leg, type Mark } from './journey';
import type { Layout } from './layout';
import { travelWay, type Ground } from './ways';

const nothing: Ground = [];

/** Dots on screen at most; further traces are left out until there is room. */
const dotsMost = 2000;
const travelLeastMs = 150;
const travelMostMs = 900;
const unitsPerMs = 0.26;
/** The way back is quicker: the question matters more than the answer. */
const backFactor = 0.65;
/** Handshakes are quick, so that the request they are for does not lag far behind. */
const helloFactor = 0.5;
/** Stays are compressed: short ones stay in proportion, long ones approach this. */
const stayMostMs = 2600;
const stayHalfMs = 800;
/** Dots glide from their way into their place instead of jumping. */
const easeMs = 45;

export function stayMs(realMs: number): number {
  return (stayMostMs * realMs) / (realMs + stayHalfMs);
}

interface Dot {
  particle: Particle;
  legs: readonly Leg[];
  at: number;
  /** Playback milliseconds into the current leg; negative while the dot waits to set out. */
  ms: number;
  lasts: number;
  color: number;
  x: number;
  y: number;
  /** Its own place in a crowd, −1 to 1. */
  sideX: number;
  sideY: number;
  mark: Mark;
}

/** Dots that follow sampled traces. All of them are particles of one texture, kept in a pool. */
export class Dots {
  readonly container: ParticleContainer;
  total = 0;
  arrived = 0;
  #moving: Dot[] = [];
  #idle: Dot[] = [];
  #textures: Record<Mark, Texture>;
  #layout: Layout | null = null;
  #point: Point = { x: 0, y: 0 };
  /** Ways already found, by their ends. */
  #ways = new Map<string, Way | null>();

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
    this.#ways.clear();
  }

  /** One: of as many as the trace stands for, from 0. */
  start(trace: TraceView, color: number, delayMs: number, one: number): void {
    if (this.#moving.length >= dotsMost) return;
    const legs = journeyOf(trace);
    if (legs.length === 0) return;
    const dot = this.#idle.pop() ?? this.#grow();
    const luck = hash(`${requestOf(trace)}/${one}`);
    dot.legs = legs;
    dot.at = 0;
    dot.ms = -delayMs;
    dot.color = color;
    dot.sideX = ((luck & 255) / 255) * 2 - 1;
    dot.sideY = (((luck >> 8) & 255) / 255) * 2 - 1;
    dot.mark = 'none';
    dot.x = NaN;
    dot.lasts = this.#lasts(dot);
    this.#moving.push(dot);
    this.total++;
  }

  /** Moves every dot on by so many milliseconds of playback. */
  advance(ms: number, scale: number): void {
    const ease = 1 - Math.exp(-ms / easeMs);
    for (let at = this.#moving.length - 1; at >= 0; at--) {
      const dot = this.#moving[at];
      if (!dot) continue;
      dot.ms += ms;
      while (dot.ms >= dot.lasts && dot.at < dot.legs.length) {
        dot.ms -= dot.lasts;
        dot.at++;
        dot.lasts = this.#lasts(dot);
      }
      const leg = dot.legs[dot.at];
      if (leg) this.#place(dot, leg, scale, ease);
      else this.#arrive(dot, at);
    }
  }

  clear(): void {
    for (let at = this.#moving.length - 1; at >= 0; at--) {
      const dot = this.#moving[at];
      if (dot) this.#arrive(dot, at);
    }
  }

  #grow(): Dot {
    const particle = new Particle({ texture: this.#textures.none, anchorX: 0.5, anchorY: 0.5 });
    this.container.addParticle(particle);
    return { particle, legs: [], at: 0, ms: 0, lasts: 0, color: 0, sideX: 0, sideY: 0, mark: 'none', x: NaN, y: NaN };
  }

  #arrive(dot: Dot, at: number): void {
    const last = this.#moving.pop();
    if (last && last !== dot) this.#moving[at] = last;
    dot.particle.alpha = 0;
    this.#idle.push(dot);
    this.arrived++;
  }

  #lasts(dot: Dot): number {
    const leg = dot.legs[dot.at];
    if (!leg) return 0;
    if (leg.kind !== 'travel') return stayMs(leg.realMs);
    const way = this.#way(leg);
    if (!way) return 0;
    const ms = Math.min(travelMostMs, Math.max(travelLeastMs, lengthOf(way) / unitsPerMs));
    return ms * (leg.back ? backFactor : 1) * (leg.mark === 'hello' ? helloFactor : 1);
  }

  #station(id: string): Station | undefined {
    return id === entrance ? this.#layout?.entrance : this.#layout?.stations.get(id);
  }

  /** The way of a leg; going back runs the same way in reverse. */
  #way(leg: Leg): Way | null {
    const [start, end] = leg.back ? [leg.to, leg.from] : [leg.from, leg.to];
    const key = `${start}>${end}`;
    let way = this.#ways.get(key);
    if (way === undefined) {
      const from = this.#station(start);
      const to = this.#station(end);
      way = from && to ? travelWay(from, to, this.#layout?.ground ?? nothing) : null;
      this.#ways.set(key, way);
    }
    return way;
  }

  #place(dot: Dot, leg: Leg, scale: number, ease: number): void {
    const { particle } = dot;
    const spread = Math.min(5, 3 / scale);
    if (dot.ms < 0) {
      particle.alpha = 0;
      return;
    }
    if (leg.kind === 'travel') {
      const way = this.#way(leg);
      if (!way) return;
      const t = dot.lasts > 0 ? dot.ms / dot.lasts : 1;
      along(way, leg.back ? 1 - t : t, this.#point);
      this.#point.y += dot.sideY * spread;
    } else {
      const station = this.#station(leg.to);
      if (station) inside(leg.kind === 'wait' ? station.wait : station.work, dot, this.#point);
    }
    const share = Number.isNaN(dot.x) ? 1 : ease;
    if (share === 1) {
      dot.x = this.#point.x;
      dot.y = this.#point.y;
    }
    dot.x += (this.#point.x - dot.x) * share;
    dot.y += (this.#point.y - dot.y) * share;
    particle.x = dot.x * scale;
    particle.y = dot.y * scale;
    if (leg.mark !== dot.mark || particle.texture !== this.#textures[leg.mark]) {
      dot.mark = leg.mark;
      particle.texture = this.#textures[leg.mark];
    }
    particle.tint = leg.mark === 'none' || leg.mark === 'hello' ? dot.color : 0xffffff;
    particle.alpha = leg.back && leg.mark === 'none' ? 0.55 : 1;
    particle.scaleX = (leg.back && leg.mark === 'none' ? 0.75 : 1) * Math.min(1, Math.max(0.6, scale * 1.5));
    particle.scaleY = particle.scaleX;
  }
}

function inside(box: Box, dot: Dot, out: Point): void {
  out.x = box.x + box.w * (0.5 + dot.sideX * 0.46);
  out.y = box.y + box.h * (0.5 + dot.sideY * 0.46);
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
