import type { Phrase } from '../wire';

/** Texts by their codes, in one language. */
export type Texts = Readonly<Record<string, string>>;

/** Units of time as they follow a number. */
export interface Spoken {
  readonly days: string;
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
}

export const spoken: Readonly<Record<'en' | 'ko', Spoken>> = {
  en: { days: ' days', hours: ' hours', minutes: ' min', seconds: ' s' },
  ko: { days: '일', hours: '시간', minutes: '분', seconds: '초' },
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A phrase's text with its {0}, {1} … filled in as they are, as the server does it (Server/Texts/TextCatalogue.cs): {0:failure}
 * stands for the text of failure-{0}, where there is one; {0:time} for so many seconds as people say them. An unknown code is
 * its own text.
 */
export function fill(texts: Texts, { code, args }: Phrase, units: Spoken): string {
  const pattern = texts[code];
  if (pattern === undefined) return code;
  return pattern.replace(/\{(\d)(?::([a-z]+))?\}/g, (_, place: string, kind: string | undefined) => {
    const arg = args[Number(place)];
    if (arg === undefined) return '?';
    if (kind === 'time') return timeOf(arg, units);
    return kind === undefined ? arg : (texts[`${kind}-${arg}`] ?? arg);
  });
}

/** Seconds as people say them: only as exact as matters at that length. What is no number stays as it is. */
function timeOf(arg: string, units: Spoken): string {
  if (!/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(arg)) return arg;
  const value = Number(arg);
  if (value >= 2 * day) return Math.floor(value / day) + units.days;
  if (value >= 2 * hour) return Math.floor(value / hour) + units.hours;
  if (value < minute) return arg + units.seconds;
  const [minutes, rest] = [Math.floor(value / minute), Math.floor(value % minute)];
  return rest > 0 ? `${minutes}${units.minutes} ${rest}${units.seconds}` : minutes + units.minutes;
}
