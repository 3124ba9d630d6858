import { describe, expect, it } from 'vitest';
import { begun, ended, readDaily, type DailyRecord } from './daily';

const monday: DailyRecord = { date: '2026-11-30', drill: 'a', score: 640, streak: 3 };

describe('the drill of the day', () => {
  it('counts the first try that is played to its end', () => {
    const first = begun(null, '2026-12-01', 'b');
    expect(first).toEqual({ date: '2026-12-01', drill: 'b', score: null, streak: 0 });
    expect(ended(first, 'b', 500, false)).toBeNull();
    const second = begun(first, '2026-12-01', 'c');
    expect(ended(second, 'b', 900, true)).toBeNull();
    const over = ended(second, 'c', 700, true);
    expect(over).toEqual({ date: '2026-12-01', drill: 'c', score: 700, streak: 1 });
    expect(ended(over, 'c', 900, true)).toBeNull();
    expect(begun(over, '2026-12-01', 'd')).toBe(over);
  });

  it('goes on with a row of days and ends it where one was missed', () => {
    const tuesday = begun(monday, '2026-12-01', 'b');
    expect(ended(tuesday, 'b', 700, true)?.streak).toBe(4);
    expect(begun(monday, '2026-12-02', 'b').streak).toBe(0);
    // begun and never ended
    expect(begun(tuesday, '2026-12-02', 'c').streak).toBe(0);
  });

  it.each(['{', 'null', '7', '{"date":"soon","drill":"a","score":1,"streak":1}', '{"date":"2026-12-01","drill":1}'])(
    'takes nothing from a storage that holds %s',
    (text) => expect(readDaily(text)).toBeNull(),
  );

  it('is read as it was kept', () => expect(readDaily(JSON.stringify(monday))).toEqual(monday));
});
