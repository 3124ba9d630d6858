import { m } from '../paraglide/messages';

/**
 * Figures as they are read on a screen of instruments: short and tabular; only longer units of time differ between the
 * languages.
 */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${rest}`;
}

export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** Service levels near 100 % need their decimals. */
export function level(share: number): string {
  return `${(share * 100).toFixed(share > 0.9995 ? 0 : 1)}%`;
}

export function rate(perSecond: number): string {
  if (perSecond >= 10_000) return `${(perSecond / 1000).toFixed(0)}k`;
  if (perSecond >= 1000) return `${(perSecond / 1000).toFixed(1)}k`;
  if (perSecond >= 10 || Number.isInteger(perSecond)) return perSecond.toFixed(0);
  return perSecond.toFixed(1);
}

export function duration(ms: number): string {
  if (ms <= 0) return '–';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${ms.toFixed(0)} ms`;
  if (ms < 60_000) return m.time_seconds({ n: (ms / 1000).toFixed(ms < 10_000 ? 1 : 0) });
  return m.time_minutes({ n: (ms / 60_000).toFixed(1) });
}

export function seconds(value: number): string {
  if (value < 60) return m.time_seconds({ n: Number(value.toFixed(1)) });
  return m.time_minutes({ n: Number((value / 60).toFixed(1)) });
}

/** Whole seconds of the drill until then; nothing when it is past. */
export function secondsUntil(ms: number, nowMs: number): string {
  return ms > nowMs ? seconds(Math.ceil((ms - nowMs) / 1000)) : '';
}

export function money(dollars: number): string {
  return `$${dollars.toFixed(dollars >= 100 ? 0 : 2)}`;
}

export function memory(mebibytes: number): string {
  return mebibytes >= 1024 ? `${Number((mebibytes / 1024).toFixed(1))} GiB` : `${mebibytes} MiB`;
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '±0';
}

/** Minutes and seconds while they matter, else days or hours. */
export function timeLeft(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours >= 48) return m.time_days({ n: Math.floor(hours / 24) });
  return hours >= 2 ? m.time_hours({ n: Math.floor(hours) }) : clock(ms);
}

/** Drill time while that is near, else how far off in days. */
export function pointInTime(ms: number): string {
  return ms >= 0 && ms < 3_600_000 ? clock(ms) : `${ms < 0 ? '−' : '+'}${timeLeft(Math.abs(ms))}`;
}
