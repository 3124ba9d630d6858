/** How far in one may go, and how large a small system may be drawn by itself. */
const scaleMost = 4;
const scaleFitMost = 1.6;
const scaleLeastOfFit = 0.6;
const stepFactor = 1.25;

interface Size {
  readonly width: number;
  readonly height: number;
}

const usualScreen = { width: 940, height: 510 };
const unitMost = 2;

/** On a large screen (a projector) everything is drawn larger, letters and lines too. */
export function unitOf({ width, height }: Size): number {
  return Math.min(unitMost, Math.max(1, Math.min(width / usualScreen.width, height / usualScreen.height)));
}

/** What part of the picture is on screen: screen = world × scale + offset. */
export class Camera {
  scale = 1;
  x = 0;
  y = 0;
  /** Until somebody moves it, the camera keeps the whole system in view. */
  free = false;
  #fitScale = 1;

  fit(world: Size, screen: Size): void {
    this.#fitScale = Math.min(screen.width / world.width, screen.height / world.height, scaleFitMost);
    this.scale = this.#fitScale;
    this.x = (screen.width - world.width * this.scale) / 2;
    this.y = (screen.height - world.height * this.scale) / 2;
    this.free = false;
  }

  zoomAt(factor: number, x: number, y: number): void {
    const next = Math.min(scaleMost, Math.max(this.#fitScale * scaleLeastOfFit, this.scale * factor));
    this.x = x - ((x - this.x) * next) / this.scale;
    this.y = y - ((y - this.y) * next) / this.scale;
    this.scale = next;
    this.free = true;
  }

  step(direction: 1 | -1, screen: Size): void {
    this.zoomAt(direction === 1 ? stepFactor : 1 / stepFactor, screen.width / 2, screen.height / 2);
  }

  /** What of the world is at a place of the screen. */
  under(x: number, y: number): { readonly x: number; readonly y: number } {
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  /** Brings a place to the middle. */
  look(x: number, y: number, screen: Size): void {
    this.x = screen.width / 2 - x * this.scale;
    this.y = screen.height / 2 - y * this.scale;
    this.free = true;
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.free = true;
  }
}
