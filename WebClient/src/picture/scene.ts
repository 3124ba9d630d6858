import { Container, Graphics } from 'pixi.js';
import { rate } from '../language/figures';
import type { DatabaseView, ServerView } from '../wire';
import { isServed } from '../world/certificates';
import { usersId } from '../world/components';
import type { World } from '../world/world';
import type { Colors } from './colors';
import { drawDatabase, drawReplica } from './draw-database';
import { drawAside, drawTarget, drawWay } from './draw-edges';
import { drawBalancer, drawCache, drawRack, drawUsers } from './draw-front';
import { drawCertificate, drawName } from './draw-names';
import { drawServer } from './draw-server';
import { Dots } from './dots';
import { along, contains, type Box } from './geometry';
import { layOut, type Layout, type Node } from './layout';
import type { Look } from './look';
import { Sketch } from './sketch';
import { dashedBox } from './strokes';

/** Texts and marks the scene takes from outside. */
export interface Surroundings {
  readonly words: (family: string, code: string) => string;
  readonly classTitle: (id: string) => string;
  readonly freeText: (count: number) => string;
  readonly isPending: (id: string) => boolean;
}

/** Smaller than this there is no room for figures on edges. */
const ratesFromScale = 0.5;

/** The drawing of an estate: components are drawn again only when their own view, the scale or the theme changed. */
export class Scene {
  readonly root = new Container();
  readonly dots: Dots;
  layout: Layout | null = null;
  /** Reduced motion: no dots move. */
  still = false;
  readonly #point = { x: 0, y: 0 };
  colors: Colors;
  #racks = new Container();
  #edges = new Graphics();
  #blink = new Graphics();
  #nodes = new Container();
  #rates = new Sketch();
  #marks = new Graphics();
  #sketches = new Map<string, Sketch>();
  #drawn = new Map<string, unknown>();
  #progressFrom = new Map<string, { endsMs: number; fromMs: number }>();
  #scale = 0;
  #edgesDrawn: string | null = null;

  constructor(colors: Colors, resolution: number) {
    this.colors = colors;
    this.dots = new Dots(resolution);
    this.root.addChild(this.#racks, this.#edges, this.#blink, this.#nodes, this.#rates.root, this.dots.container, this.#marks);
  }

  arrange(world: World, aspect: number): Layout {
    const estate = {
      classes: world.classes,
      racks: [...world.racks.values()],
      servers: [...world.servers.values()],
      balancers: [...world.balancers.values()],
      caches: [...world.caches.values()],
      databases: [...world.databases.values()],
      dns: [...world.dns.values()],
      certificates: [...world.certificates.values()],
    };
    this.layout = layOut(estate, aspect);
    this.dots.setLayout(this.layout);
    // Edges plug into the servers of a single column of racks; those to further columns run behind the racks before them.
    const columns = new Set(this.layout.racks.map((rack) => rack.x)).size;
    this.root.setChildIndex(this.#racks, columns > 1 ? 2 : 0);
    this.#dropGone();
    this.redraw();
    return this.layout;
  }

  /** Everything is drawn again at the next draw. */
  redraw(): void {
    this.#drawn.clear();
    this.#edgesDrawn = null;
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
    const look = this.#look(world, scale, outside);
    for (const box of layout.racks) {
      const view = world.racks.get(box.id);
      if (view) this.#each(`rack/${box.id}`, box, view, (sketch) => drawRack(sketch, box, view, outside.freeText(box.free), look));
    }
    world.classes.forEach((view, at) => {
      const node = layout.users[at];
      if (node) this.#each(`users/${view.id}`, node, view, (sketch) => drawUsers(sketch, node, view, outside.classTitle(view.id), this.classColor(at), look));
    });
    for (const node of layout.names) {
      const view = world.dns.get(node.id);
      if (view) this.#each(node.id, node, view, (sketch) => drawName(sketch, node, view, look), look.isPending(node.id));
    }
    for (const node of layout.certificates) {
      const view = world.certificates.get(node.id);
      const soon = world.alerts.some((alert) => alert.component === node.id);
      // The time left goes on by itself.
      const second = Math.floor(world.timeMs / 1000);
      const served = isServed(node.id, world);
      if (view) this.#each(node.id, node, view, (sketch) => drawCertificate(sketch, node, view, { served, soon }, look), second, served, soon, look.isPending(node.id));
    }
    for (const node of layout.balancers) {
      const view = world.balancers.get(node.id);
      const second = view && view.downUntilMs > 0 ? Math.floor(world.timeMs / 1000) : 0;
      if (view) this.#each(node.id, node, view, (sketch) => drawBalancer(sketch, node, view, look), second, look.isPending(node.id));
    }
    for (const node of [...layout.fronts, ...layout.caches]) {
      const view = world.caches.get(node.id);
      const second = view && view.readyMs > 0 ? Math.floor(world.timeMs / 1000) : 0;
      if (view) this.#each(node.id, node, view, (sketch) => drawCache(sketch, node, view, look), second, look.isPending(node.id));
    }
    for (const node of layout.databases) {
      const view = world.databases.get(node.id);
      const runs = isUp(world.servers.get(view?.server ?? '')) && (view?.nodes.find((one) => one.server === view.server)?.up ?? true);
      const second = view && view.promoting !== '' ? Math.floor(world.timeMs / 1000) : 0;
      if (view) this.#each(node.id, node, view, (sketch) => drawDatabase(sketch, node, view, runs, look), runs, second, look.isPending(node.id));
    }
    for (const node of layout.replicas) {
      const view = databaseOn(world, node.id);
      if (view) this.#each(`replica/${node.id}`, node, view, (sketch) => drawReplica(sketch, node, view, look), look.isPending(node.id));
    }
    this.#drawUnits(world, layout, look);
    this.#drawEdges(world, layout, scale);
    this.#drawRates(world, layout, scale);
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
    this.#blink.alpha = share;
  }

  classColor(at: number): number {
    return this.colors.classes[at % this.colors.classes.length] ?? this.colors.accent;
  }

  /** What can be chosen, front before back: units stand in racks. */
  get targets(): readonly Node[] {
    const { layout } = this;
    return layout ? [...this.walkable, ...layout.racks] : [];
  }

  /** What the arrow keys walk over: not racks, whose middle lies within their servers; Tab reaches those. */
  get walkable(): readonly Node[] {
    const { layout } = this;
    if (!layout) return [];
    const { users, names, fronts, certificates, balancers, replicas, units, caches, databases } = layout;
    return [...users.map((node) => ({ ...node, id: usersId })), ...names, ...fronts, ...certificates, ...balancers, ...replicas, ...units.filter((unit) => !replicas.some((one) => one.id === unit.id)), ...caches, ...databases];
  }

  at(x: number, y: number): Node | null {
    return this.targets.find((node) => contains(node, x, y)) ?? null;
  }

  #drawUnits(world: World, layout: Layout, look: Look): void {
    for (const unit of layout.units) {
      const view = world.servers.get(unit.id);
      if (!view) continue;
      const database = databaseOn(world, unit.id);
      const under = view.lifecycleEndsMs > 0 || view.ports.some((port) => port.endsMs > 0);
      const key = under ? world.timeMs : 0;
      const target = targetState(world, unit.id);
      this.#each(unit.id, unit, view, (sketch) => drawServer(sketch, unit, view, target, database, look), target, database, key, look.isPending(unit.id));
    }
  }

  #drawEdges(world: World, layout: Layout, scale: number): void {
    const states = [...world.balancers.values()].map((one) => one.targets.map((target) => `${target.state}${target.weight === 0 ? '/0' : ''}`).join()).join(';');
    if (states === this.#edgesDrawn) return;
    this.#edgesDrawn = states;
    this.#edges.clear();
    this.#blink.clear();
    for (const edge of layout.edges) {
      const target = edge.kind === 'target' ? world.balancers.get(edge.from)?.targets.find((one) => one.server === edge.to) : undefined;
      if (target) drawTarget(this.#edges, this.#blink, edge, target, scale, this.colors);
      else if (edge.kind === 'ask' || edge.kind === 'copy') drawAside(this.#edges, edge, scale, this.colors);
      else drawWay(this.#edges, edge, scale, this.colors);
    }
  }

  /** Without moving dots the edges say in figures how much goes along them. */
  #drawRates(world: World, layout: Layout, scale: number): void {
    this.#rates.begin();
    for (const edge of this.still ? layout.edges : []) {
      const target = world.balancers.get(edge.from)?.targets.find((one) => one.server === edge.to);
      if (!target || scale < ratesFromScale) continue;
      // Before the server, on the side the edge does not come from.
      along(edge.way, 0, this.#point);
      const from = this.#point.y;
      along(edge.way, 1, this.#point);
      const below = from < this.#point.y - 1;
      const style = { size: 10, color: this.colors.ink2, align: 'right' } as const;
      this.#rates.text(`${rate(target.requestsPerSecond)}/s`, this.#point.x * scale - 14, this.#point.y * scale + (below ? 3 : -15), style);
    }
    this.#rates.end();
  }

  #each(id: string, box: Box, view: unknown, draw: (sketch: Sketch) => void, ...also: unknown[]): void {
    const before = this.#drawn.get(id);
    if (Array.isArray(before) && before[0] === view && also.every((one, at) => before[at + 1] === one)) return;
    this.#drawn.set(id, [view, ...also]);
    let sketch = this.#sketches.get(id);
    if (!sketch) {
      sketch = new Sketch();
      this.#sketches.set(id, sketch);
      (id.startsWith('rack/') ? this.#racks : this.#nodes).addChild(sketch.root);
    }
    sketch.root.position.set(Math.round(box.x * this.#scale), Math.round(box.y * this.#scale));
    draw(sketch);
  }

  #dropGone(): void {
    const { layout } = this;
    if (!layout) return;
    const kept = new Set([...this.targets.map((node) => node.id), ...layout.units.map((unit) => unit.id), ...layout.replicas.map((node) => `replica/${node.id}`), ...layout.racks.map((box) => `rack/${box.id}`), ...layout.users.map((node) => `users/${node.id}`)]);
    for (const [id, sketch] of this.#sketches) {
      if (kept.has(id)) continue;
      sketch.destroy();
      this.#sketches.delete(id);
    }
  }

  #look(world: World, scale: number, outside: Surroundings): Look {
    const versions = [...new Set([...world.servers.values()].map((one) => one.version))];
    for (const rollout of world.rollouts.values()) versions.push(rollout.fromVersion, rollout.version);
    const order = [...new Set(versions.filter((version) => version !== ''))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const { colors } = this;
    return {
      colors,
      scale,
      timeMs: world.timeMs,
      versionColor: (version) => colors.versions[Math.max(0, order.indexOf(version)) % colors.versions.length] ?? colors.accent,
      progress: (server) => this.#progress(server, world.timeMs),
      words: outside.words,
      isPending: outside.isPending,
    };
  }

  #progress(server: ServerView, timeMs: number): number | null {
    if (server.lifecycleEndsMs <= timeMs) return null;
    let known = this.#progressFrom.get(server.id);
    if (known?.endsMs !== server.lifecycleEndsMs) {
      known = { endsMs: server.lifecycleEndsMs, fromMs: timeMs };
      this.#progressFrom.set(server.id, known);
    }
    return (timeMs - known.fromMs) / Math.max(1, known.endsMs - known.fromMs);
  }
}

/** The database that has a node on a server. */
function databaseOn(world: World, server: string): DatabaseView | null {
  for (const one of world.databases.values()) if (one.nodes.some((node) => node.server === server) || one.server === server) return one;
  return null;
}

function isUp(server: ServerView | undefined): boolean {
  return server === undefined || server.lifecycle === 'running' || server.lifecycle === 'draining';
}

/** What the balancers think of a server: the first that does not call it healthy. */
function targetState(world: World, server: string): string | null {
  const states = [...world.balancers.values()].flatMap((one) => one.targets).filter((target) => target.server === server);
  return (states.find((target) => target.state !== 'healthy') ?? states[0])?.state ?? null;
}
