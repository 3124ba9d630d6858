import { BitmapFont } from 'pixi.js';

export const family = 'Pretendard Variable';
const sizes = [10, 11, 12, 14, 18] as const;
export type FontSize = (typeof sizes)[number];

/** Figures and ids are drawn from these; other texts (Korean) are drawn one by one. */
const characters = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz{}~·–−×…→±✕⇄';
const known = new Set(characters);

export function fontName(size: FontSize, bold: boolean): string {
  return `ops-${size}${bold ? 'b' : ''}`;
}

export function inFont(text: string): boolean {
  for (const character of text) if (!known.has(character)) return false;
  return true;
}

let installed = false;

/** Draws the alphabet once per size, at the screen's own resolution, so that small text stays crisp. */
export async function installFonts(resolution: number): Promise<void> {
  if (installed) return;
  installed = true;
  await Promise.all(['500', '650'].map((weight) => document.fonts.load(`${weight} 14px "${family}"`, characters)));
  for (const size of sizes)
    for (const bold of [false, true])
      BitmapFont.install({
        name: fontName(size, bold),
        style: { fontFamily: [family, 'sans-serif'], fontSize: size, fontWeight: bold ? '700' : '500', fill: '#ffffff' },
        chars: characters,
        resolution,
        padding: 2,
      });
}
