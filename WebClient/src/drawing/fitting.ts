/** About the width of a letter of size 10, bold; one that is as wide as high (Korean) is wider. */
const letterPixels = 6;
const squarePixels = 10;

/** The first of these that fits into so many pixels, else the last: words rather go whole than are cut. */
export function fitting(texts: readonly string[], room: number): string {
  return texts.find((text) => widthOf(text) <= room) ?? texts.at(-1) ?? '';
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? squarePixels : letterPixels), 0);
}
