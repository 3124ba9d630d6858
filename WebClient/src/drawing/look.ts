import type { Colors } from './colors';

/** What drawing needs besides a component's own view. */
export interface Look {
  readonly colors: Colors;
  readonly scale: number;
  readonly timeMs: number;
  readonly versionColor: (version: string) => number;
  readonly classColor: (id: string) => number;
  readonly classTitle: (id: string) => string;
  /** How far what a component is about is (booting, restarting, installing), 0–1; null when nothing is under way. */
  readonly progress: (id: string, endsMs: number) => number | null;
  readonly words: (family: string, code: string) => string;
  readonly isPending: (id: string) => boolean;
}

/** From these sizes in pixels on, a component shows more of itself; a server's width is that of each section. */
export const near = { unit: { w: 74, h: 54 }, node: { w: 92, h: 56 } };

export function loadColor(share: number, colors: Colors): number {
  if (share >= 0.9) return colors.bad;
  if (share >= 0.75) return colors.warn;
  return colors.accent;
}
