import type { Colors } from '../drawing/colors';
import type { Frame } from '../wire';
import type { World } from '../world/world';
import type { Dots } from './dots';
import { classColor } from './looks';
import { delaysMs } from './pace';

/** A frame's traces as dots; each stands for others that ended about then, and for a measurement for so many times more. */
export function setOut(dots: Dots, frame: Frame, world: World, colors: Colors, times: number): void {
  for (const trace of frame.traces) {
    const color = classColor(trace.class, world, colors);
    const delays = delaysMs(trace.startMs + trace.totalMs, trace.count * times, frame.timeMs, frame.speed);
    delays.forEach((delayMs, one) => dots.start(trace, color, delayMs, one));
  }
}
