import type { Camera } from './camera';

interface Wishes {
  /** Screen pixels a unit of the camera takes. */
  readonly unit: () => number;
  readonly moved: () => void;
  readonly clicked: (x: number, y: number) => void;
  readonly hovered: (x: number, y: number) => void;
}

/** A press that moved less than this is a click. */
const clickPixels = 5;
const wheelStrength = 0.0016;

/** Wheel and pinch zoom, drag pans, a press chooses. Returns how to stop. */
export function steer(canvas: HTMLCanvasElement, camera: Camera, wishes: Wishes): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const stop = new AbortController();
  const listen = { signal: stop.signal };
  canvas.style.touchAction = 'none';

  const place = (event: MouseEvent): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) / wishes.unit(), y: (event.clientY - box.top) / wishes.unit() };
  };
  const spread = (): number => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = place(event);
      camera.zoomAt(Math.exp(-event.deltaY * wheelStrength), x, y);
      wishes.moved();
    },
    { ...listen, passive: false },
  );
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, place(event));
      if (fingers.size === 1) travelled = 0;
    },
    listen,
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const now = place(event);
      const before = fingers.get(event.pointerId);
      if (!before) {
        wishes.hovered(now.x, now.y);
        return;
      }
      const apart = spread();
      fingers.set(event.pointerId, now);
      travelled += Math.hypot(now.x - before.x, now.y - before.y);
      if (fingers.size === 2 && apart > 0) camera.zoomAt(spread() / apart, now.x, now.y);
      else if (travelled > clickPixels) camera.pan(now.x - before.x, now.y - before.y);
      else return;
      wishes.moved();
    },
    listen,
  );
  canvas.addEventListener(
    'pointerup',
    (event) => {
      const at = place(event);
      if (fingers.size === 1 && travelled <= clickPixels) wishes.clicked(at.x, at.y);
      fingers.delete(event.pointerId);
    },
    listen,
  );
  canvas.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId), listen);
  return () => stop.abort();
}
