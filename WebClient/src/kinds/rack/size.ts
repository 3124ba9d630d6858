/** Of a rack, around its units. */
export const rackHeader = 24;
export const freeStrip = 18;
export const padding = 8;
export const gapBetweenUnits = 7;
