import type { Application } from 'pixi.js';
import { colorsOf } from '../drawing/colors';
import { family } from '../drawing/fonts';
import type { Node } from '../kinds/place';
import type { Theme } from '../style/theme.svelte';
import type { Frame, TraceView } from '../wire';
import type { World } from '../world/world';
import { Camera, unitOf } from './camera';
import { hang, takeCanvas, type Canvas } from './canvas';
import type { Dot } from './dots';
import { steer } from './gestures';
import type { Surroundings } from './looks';
import { mapOf, type MapView } from './map';
import { Scene } from './scene';
import { setOut } from './set-out';
import { textsOf, type Tags } from './tags';
import type { Toll } from './toll';

const attributesMs = 250;
/** At a higher speed than this dots would only flicker; then streams tell. */
const fastest = 4;
/** Who clicks so near a dot means it. */
const holdPixels = 7;
/** Dots do not leap when a tab was away. */
const longestStepMs = 500;

/** The live picture: one canvas, drawn once an animation frame from the world. */
export class Picture {
  onChoose: (id: string | null) => void = () => {};
  onHold: (trace: TraceView | null) => void = () => {};
  /** What is on the screen is another part of the system, or all of it. */
  onMap: (map: MapView | null) => void = () => {};
  readonly #app: Application;
  readonly #world: World;
  readonly #scene: Scene;
  readonly #camera = new Camera();
  readonly #stop: () => void;
  readonly #host: HTMLElement;
  #shape = -1;
  #tick = -1;
  #stale = true;
  #whole = true;
  #selected: string | null = null;
  #focused: string | null = null;
  #still = false;
  #attributesAt = 0;
  #hadDots = false;
  #outside: Surroundings;
  readonly #toll: Toll;
  #tags: Tags = 'none';

  static async open(host: HTMLElement, world: World, theme: Theme, outside: Surroundings, toll: Toll): Promise<Picture> {
    const canvas = await takeCanvas();
    const { app } = canvas;
    app.renderer.background.color = colorsOf(theme).ground;
    app.resizeTo = host;
    return new Picture(canvas, host, world, theme, outside, toll);
  }

  private constructor(
    { app, resolution }: Canvas, host: HTMLElement, world: World, theme: Theme, outside: Surroundings, toll: Toll,
  ) {
    this.#app = app;
    this.#host = host;
    this.#world = world;
    this.#outside = outside;
    this.#toll = toll;
    this.#scene = new Scene(colorsOf(theme), resolution);
    app.stage.addChild(this.#scene.root);
    hang(app, host);
    const stopSteering = steer(app.canvas, this.#camera, {
      unit: () => unitOf(this.#app.screen),
      moved: () => (this.#stale = true),
      clicked: (x, y) => {
        if (!this.#hold(x, y)) this.onChoose(this.#hit(x, y)?.id ?? null);
      },
      hovered: (x, y) => (app.canvas.style.cursor = this.#hit(x, y) ? 'pointer' : 'grab'),
    });
    const fontsArrived = (): void => {
      this.#scene.forgetTexts();
      this.#stale = true;
    };
    document.fonts.addEventListener('loadingdone', fontsArrived);
    app.renderer.on('resize', this.#resized);
    app.ticker.add(this.#draw);
    app.start();
    this.#stop = () => {
      document.fonts.removeEventListener('loadingdone', fontsArrived);
      stopSteering();
    };
  }

  /** New traces set out as dots; how they are spread follows when they finished. */
  take(frame: Frame): void {
    if (this.#still || frame.full || document.hidden) return;
    setOut(this.#scene.dots, frame, this.#world, this.#scene.colors, Number(this.#host.dataset['times'] ?? 1));
  }

  select(id: string | null): void {
    this.#selected = id;
    this.#stale = true;
  }

  focus(id: string | null): void {
    this.#focused = id;
    this.#stale = true;
  }

  set theme(theme: Theme) {
    this.#scene.colors = colorsOf(theme);
    this.#app.renderer.background.color = this.#scene.colors.ground;
    this.#scene.redraw();
    this.#stale = true;
  }

  /** Reduced motion: no dots; rates stand on the components as text. */
  set still(still: boolean) {
    this.#still = this.#scene.still = still;
    this.#stale = true;
    if (still) this.#scene.dots.clear();
  }

  set tags(shown: Tags) {
    this.#tags = shown;
    this.#stale = true;
  }

  release = (): void => this.#grip(null);

  /** After a change of language or of what is pending. */
  redraw(texts: readonly string[]): void {
    void document.fonts.load(`500 12px "${family}"`, texts.join(''));
    this.#scene.redraw();
    this.#stale = true;
  }

  zoom(direction: 1 | -1): void {
    this.#camera.step(direction, this.#screen);
    this.#stale = true;
  }

  fit(): void {
    this.#camera.free = false;
    this.#resized();
  }

  /** Brings a place of the system to the middle of the screen. */
  look(x: number, y: number): void {
    this.#camera.look(x, y, this.#screen);
    this.#stale = true;
  }

  /** From station to station; none: no longer. */
  follow(stations: readonly string[]): void {
    this.#scene.guide.go(stations, this.#scene.layout, this.#still);
    this.#stale = true;
  }

  get targets(): readonly Node[] {
    return this.#scene.targets;
  }

  get walkable(): readonly Node[] {
    return this.#scene.walkable;
  }

  close(): void {
    this.#stop();
    this.#app.ticker.remove(this.#draw);
    this.#app.destroy(true, { children: true });
  }

  get #screen(): { readonly width: number; readonly height: number } {
    const [{ width, height }, unit] = [this.#app.screen, unitOf(this.#app.screen)];
    return { width: width / unit, height: height / unit };
  }

  #hit(x: number, y: number): Node | null {
    const at = this.#camera.under(x, y);
    return this.#scene.at(at.x, at.y);
  }

  /** True: there is a dot to hold there. */
  #hold(x: number, y: number): boolean {
    const at = this.#camera.under(x, y);
    const dot = this.#scene.dots.near(at.x, at.y, holdPixels / this.#camera.scale);
    if (dot) this.#grip(dot);
    return dot !== null;
  }

  #grip(dot: Dot | null): void {
    this.#scene.dots.held = dot;
    this.#stale = true;
    this.onHold(dot?.trace ?? null);
  }

  #resized = (): void => {
    this.#shape = -1;
    this.#stale = true;
  };

  #mark(): void {
    const { layout } = this.#scene;
    this.#scene.mark(this.#selected, this.#focused);
    this.onMap(layout && mapOf(layout, this.#camera, this.#screen));
  }

  /** Lays out what has changed; what was there before moves to its place. */
  #arrange(): void {
    const world = this.#world;
    if (world.shape === this.#shape || !world.started) return;
    const [screen, before] = [this.#screen, this.#shape < 0 ? new Map() : this.#scene.places(this.#camera)];
    this.#shape = world.shape;
    const layout = this.#scene.arrange(world, screen.width / Math.max(1, screen.height));
    if (!this.#camera.free) this.#camera.fit(layout, screen);
    this.#scene.glideFrom(before, this.#camera, performance.now());
    this.#stale = true;
  }

  #draw = (): void => {
    const world = this.#world;
    this.#arrange();
    let changed = this.#stale || !this.#whole || world.tick !== this.#tick;
    if (changed) {
      this.#scene.stand(this.#camera, unitOf(this.#app.screen));
      this.#whole = this.#scene.draw(world, this.#camera.scale, this.#outside);
      const texts = textsOf(this.#tags, world, this.#toll.losses, this.#outside.words);
      this.#scene.tag(texts, world, this.#tags === 'losses' ? this.#scene.colors.bad : this.#scene.colors.accent);
      if (this.#stale) this.#mark();
      this.#tick = world.tick;
      this.#stale = false;
    }
    const now = performance.now();
    const passedMs = Math.min(longestStepMs, this.#app.ticker.elapsedMS);
    changed = this.#scene.move(now, passedMs, this.#toll.points.at(now)) || changed;
    const runs = world.status === 'running' || world.status === 'catching-up';
    // While nothing runs the dots stand still, but they follow the camera.
    if (runs || changed) this.#scene.dots.advance((runs ? passedMs : 0) * Math.min(fastest, Math.max(1, world.speed)));
    const moves = this.#scene.dots.moving > 0;
    if (changed || (runs && moves) || moves !== this.#hadDots) this.#app.render();
    this.#hadDots = moves;
    if (now > this.#attributesAt) this.#tell(now);
  };

  #tell(now: number): void {
    this.#attributesAt = now + attributesMs;
    this.#scene.dots.tell(this.#app.canvas.dataset);
    this.#host.dataset['ready'] = 'true';
  }
}
