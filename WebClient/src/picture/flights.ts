import type { Colors } from '../drawing/colors';
import { Sketch } from '../drawing/sketch';
import type { Node } from '../kinds/place';
import { flightMs, type Flight } from './points';

/** How far one rises, in pixels. */
const risePixels = 54;

/** Points rise from the first box of the component they were lost at, and fade. */
export class Flights {
  readonly sketch = new Sketch();
  #shown = false;

  /** True: something is to be seen, or has just gone. */
  draw(flights: readonly Flight[], nodes: readonly Node[], s: number, nowMs: number, still: boolean, colors: Colors): boolean {
    const was = this.#shown;
    this.#shown = flights.length > 0;
    if (!was && !this.#shown) return false;
    const { sketch } = this;
    sketch.begin();
    for (const { at, points, sinceMs } of flights) {
      const node = nodes.find(({ id }) => id === at);
      if (!node) continue;
      const passed = (nowMs - sinceMs) / flightMs;
      const text = `−${points}`;
      const w = text.length * 9 + 12;
      const [x, y] = [(node.x + node.w / 2) * s, node.y * s - 4 - (still ? 0 : passed * risePixels)];
      sketch.g.roundRect(x - w / 2, y - 11, w, 22, 11).fill(colors.bad);
      sketch.text(text, x, y - 9, { size: 14, color: colors.ground, bold: true, align: 'center' });
    }
    sketch.end();
    return true;
  }
}
