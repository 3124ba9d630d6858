import type { Flow } from '../kinds/place';

/** From this many requests a second on an edge is a stream: dots alone no longer tell how much flows. */
const streamFrom = 20;
const widestPixels = 13;
/** Widths and shares in steps: a stream is drawn again only when it looks otherwise. */
export const steps = 8;

/** How wide a stream is, and how many of its steps fail; tenfold the requests, so much wider. */
export function streamOf({ perSecond, failing }: Flow): { readonly width: number; readonly bad: number } {
  if (perSecond < streamFrom) return { width: 0, bad: 0 };
  const width = Math.min(widestPixels, Math.round(3 + 3.2 * Math.log2(perSecond / streamFrom)));
  const share = Math.min(1, failing / perSecond);
  return { width, bad: share < 0.005 ? 0 : Math.max(1, Math.round(share * steps)) };
}
