import type { Theme } from '../style/theme.svelte';

/** The picture's colours. Meaning comes from the Okabe–Ito palette; shapes and words always stand beside it. */
export interface Colors {
  readonly ground: number;
  readonly surface: number;
  readonly raised: number;
  readonly rack: number;
  readonly line: number;
  readonly lineStrong: number;
  readonly ink: number;
  readonly ink2: number;
  readonly ink3: number;
  readonly idle: number;
  readonly accent: number;
  readonly good: number;
  readonly warn: number;
  readonly bad: number;
  /** v1 blue, v2 green, and what may follow. */
  readonly versions: readonly number[];
  readonly classes: readonly number[];
}

const dark: Colors = {
  ground: 0x0c1116,
  surface: 0x161e26,
  raised: 0x1d2731,
  rack: 0x10171d,
  line: 0x2a3641,
  lineStrong: 0x465666,
  ink: 0xe8edf2,
  ink2: 0xa3b1be,
  ink3: 0x74838f,
  idle: 0x2b3742,
  accent: 0x56b4e9,
  good: 0x2bb58c,
  warn: 0xe69f00,
  bad: 0xf0754a,
  versions: [0x3d8fd1, 0x1fb083, 0xcc79a7, 0xe69f00],
  classes: [0x56b4e9, 0xcc79a7, 0xf0e442, 0x9fb4c4],
};

const light: Colors = {
  ground: 0xf3f5f7,
  surface: 0xffffff,
  raised: 0xf0f3f6,
  rack: 0xe9edf1,
  line: 0xd3dae1,
  lineStrong: 0xa3b0bc,
  ink: 0x16202a,
  ink2: 0x4b5a68,
  ink3: 0x6c7a87,
  idle: 0xdde3e9,
  accent: 0x0072b2,
  good: 0x00795a,
  warn: 0xb87a00,
  bad: 0xc04a00,
  versions: [0x0072b2, 0x009e73, 0xb0578a, 0xb87a00],
  classes: [0x2f93cf, 0xb0578a, 0xb39b00, 0x5f7383],
};

export function colorsOf(theme: Theme): Colors {
  return theme === 'dark' ? dark : light;
}
