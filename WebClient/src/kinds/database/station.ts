import type { Box } from '../../drawing/geometry';
import type { Station } from '../station';

/** In a database one waits before the lock's door, in the last row, and is worked on in the row of slots. */
function inRows(plain: Station, box: Box, wait: number, work: number): Station {
  const row = { x: box.x + box.w * 0.1, w: box.w * 0.7, h: box.h * 0.1 };
  return { ...plain, wait: { ...row, y: box.y + box.h * wait }, work: { ...row, y: box.y + box.h * work } };
}

/** Where a database stands alone. */
export function atDrum(plain: Station, box: Box): Station {
  return inRows(plain, box, 0.72, 0.52);
}

/** Where it is a part of a server. */
export function atSection(plain: Station, box: Box): Station {
  return inRows(plain, box, 0.86, 0.58);
}
