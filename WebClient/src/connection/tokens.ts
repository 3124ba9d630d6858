/** Seat tokens: one seat a tab; the last one is also kept for "return to your seat". */
const tabKey = 'opsgame.seat';
const watchedKey = 'opsgame.watched';
const lastKey = 'opsgame.last-seat';

export interface SavedSeat {
  readonly token: string;
  readonly code: string;
}

export function seatOfTab(): SavedSeat | null {
  return read(sessionStorage, tabKey);
}

export function lastSeat(): SavedSeat | null {
  return read(localStorage, lastKey);
}

export function keepSeat(seat: SavedSeat): void {
  const text = JSON.stringify({ token: seat.token, code: seat.code });
  sessionStorage.setItem(tabKey, text);
  localStorage.setItem(lastKey, text);
}

/** The team an instructor watches, so that a reload shows it again. */
export function keepWatched(drill: string, team: string): void {
  sessionStorage.setItem(watchedKey, `${drill}/${team}`);
}

export function watchedInTab(drill: string): string | null {
  const kept = sessionStorage.getItem(watchedKey);
  return kept?.startsWith(`${drill}/`) ? kept.slice(drill.length + 1) : null;
}

/** Leaves the tab without a seat; "return to your seat" still offers it. */
export function standUp(): void {
  sessionStorage.removeItem(tabKey);
}

export function forgetSeat(token: string): void {
  if (seatOfTab()?.token === token) sessionStorage.removeItem(tabKey);
  if (lastSeat()?.token === token) localStorage.removeItem(lastKey);
}

function read(storage: Storage, key: string): SavedSeat | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isSavedSeat(value) ? value : null;
  } catch {
    return null;
  }
}

function isSavedSeat(value: unknown): value is SavedSeat {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    'code' in value &&
    typeof value.token === 'string' &&
    typeof value.code === 'string'
  );
}
