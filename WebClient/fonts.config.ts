import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const whole = createRequire(import.meta.url).resolve('pretendard/dist/web/variable/woff2/PretendardVariable.woff2');
const folder = here('./src/style/letters/');
/** What the product itself says, and its library. */
const texts = [here('./messages/'), here('../Server/Texts/'), here('../Server/Scenarios/'), here('../Server/Learn/')];
/** The weights that styles ask for. */
const weights = { min: 400, max: 700 };
const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
/** Every page shows the name of the other language. */
const everywhere = `${ascii}한국어×÷±·…–−→←↑↓✕`;
const isHangul = (letter: string): boolean => letter >= '가' && letter <= '힣';

/** Two small files with the letters of the product's own texts; a name in other letters fetches a part of the whole font. */
export const fonts: Plugin = {
  name: 'fonts',
  async buildStart() {
    const used = [...new Set(texts.flatMap(lettersOf))].filter((letter) => letter >= ' ');
    const latin = new Set([...everywhere, ...used.filter((letter) => !isHangul(letter))]);
    const hangul = used.filter((letter) => isHangul(letter) && !latin.has(letter));
    mkdirSync(folder, { recursive: true });
    const faces = [await face('latin', [...latin]), await face('hangul', hangul)];
    writeFileSync(`${folder}fonts.css`, faces.join('\n'));
  },
};

function lettersOf(place: string): readonly string[] {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(json|yaml)$/.test(file));
  return files.flatMap((file) => [...readFileSync(`${place}${file}`, 'utf8')]);
}

async function face(name: string, letters: readonly string[]): Promise<string> {
  const part = await subsetFont(readFileSync(whole), letters.join(''), { targetFormat: 'woff2', variationAxes: { wght: weights } });
  writeFileSync(`${folder}${name}.woff2`, part);
  const range = letters.map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).toSorted().join(',\n');
  // The same weights as the whole font's parts, so that a browser takes them for one face.
  return `@font-face{font-family:'Pretendard Variable';font-style:normal;font-display:swap;font-weight:45 920;`
    + `src:url('./${name}.woff2') format('woff2-variations');unicode-range:${range}}`;
}
