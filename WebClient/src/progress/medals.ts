import type { MedalsView } from '../wire';

/** Best first. */
export const medals = ['gold', 'silver', 'bronze'] as const;
export type Medal = (typeof medals)[number];

/** What a score has earned; null: no medal. */
export function medalOf(total: number, from: MedalsView): Medal | null {
  return medals.find((medal) => total >= from[medal]) ?? null;
}

/** The next better one and what it asks for; null: it is gold. */
export function nextMedal(total: number, from: MedalsView): { readonly medal: Medal; readonly points: number } | null {
  const medal = medals.findLast((one) => total < from[one]);
  return medal === undefined ? null : { medal, points: from[medal] };
}
