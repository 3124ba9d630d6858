import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
/** What WCAG 2 asks of text (AA). */
const least = 4.5;
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad'];
const grounds = ['ground', 'surface', 'raised'];

function tokens(theme: string): Record<string, string> {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

function luminance(colour: string): number {
  const linear = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each(['dark', 'light'])('every ink can be read on every ground (%s)', (theme) => {
  const known = tokens(theme);
  const pairs = [
    ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
    ...['ink', 'ink-2', 'ink-3', 'bad'].map((ink) => [ink, 'bad-ground'] as const),
    ...['ink', 'ink-2', 'ink-3', 'warn'].map((ink) => [ink, 'warn-ground'] as const),
    ['accent-ink', 'accent'] as const,
  ];
  const poor = pairs.filter(([ink, ground]) => !(contrast(known[ink] ?? '', known[ground] ?? '') >= least));
  expect(poor).toEqual([]);
});
