/** What this browser knows of the drill of the day. */
export interface DailyRecord {
  /** UTC, as 2026-12-01. */
  readonly date: string;
  /** The drill that counts for it. */
  readonly drill: string;
  /** Of the first try played to its end; null: none was yet. */
  readonly score: number | null;
  /** Days played to the end without a break, up to this one or the day before. */
  readonly streak: number;
}

const dayMs = 86_400_000;

/** A drill of the day has begun. */
export function begun(record: DailyRecord | null, date: string, drill: string): DailyRecord {
  if (record?.date === date) return record.score === null ? { ...record, drill } : record;
  const follows = record !== null && record.score !== null && Date.parse(date) - Date.parse(record.date) === dayMs;
  return { date, drill, score: null, streak: follows ? record.streak : 0 };
}

/** A drill has ended; null: it was not the one of the day, not the first, or not played to its end. */
export function ended(record: DailyRecord | null, drill: string, total: number, complete: boolean): DailyRecord | null {
  if (record?.drill !== drill || record.score !== null || !complete) return null;
  return { ...record, score: total, streak: record.streak + 1 };
}

/** What was kept, as far as it is ours: anybody can write into a browser's storage. */
export function readDaily(text: string | null): DailyRecord | null {
  try {
    const { date, drill, score, streak } = JSON.parse(text ?? 'null') as Partial<DailyRecord>;
    const whole = typeof date === 'string' && !Number.isNaN(Date.parse(date)) && typeof drill === 'string'
      && (score === null || typeof score === 'number') && typeof streak === 'number' && streak >= 0;
    return whole ? { date, drill, score, streak } : null;
  } catch {
    return null;
  }
}
