import { duration, level, money, rate } from '../language/figures';
import type { Figure } from '../ideas/ideas';
import { m } from '../paraglide/messages';

/** A figure of a page as it is read; none: a dash. */
export function shown({ unit, over }: Figure, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'ms') return duration(value);
  if (unit === 'share') return level(value);
  if (unit === '$/h') return m.idea_an_hour({ n: money(value) });
  if (unit === '$') return money(value);
  if (unit === '1/s' && over !== 'sum') return m.idea_a_second({ n: rate(value) });
  return rate(value);
}
