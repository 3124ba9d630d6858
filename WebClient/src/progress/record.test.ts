import { expect, test } from 'vitest';
import { following, nextToLearn, read, withResult, type Result } from './record';

const result = (change: Partial<Result> = {}): Result => ({
  scenario: 'one', drill: 'd1', total: 700, complete: true, medal: 'bronze', ...change,
});

test('the best of a scenario and its best medal are kept, whatever came last', () => {
  const first = withResult({}, result());
  const second = withResult(first, result({ drill: 'd2', total: 600, medal: null }));
  expect(second['one']).toEqual({ times: 2, best: 700, medal: 'bronze', drill: 'd2' });
  const third = withResult(second, result({ drill: 'd3', total: 910, medal: 'gold' }));
  expect(third['one']).toMatchObject({ best: 910, medal: 'gold' });
});

test('looking at the same end again is not another drill', () => {
  const first = withResult({}, result());
  expect(withResult(first, result())).toBe(first);
});

test('what a drill was worth may be told after it was over', () => {
  const played = withResult({}, result({ total: 0, complete: false, medal: null }));
  expect(played['one']).toEqual({ times: 1, best: null, medal: null, drill: 'd1' });
  expect(withResult(played, result())['one']).toEqual({ times: 1, best: 700, medal: 'bronze', drill: 'd1' });
});

test('a drill that was broken off is played, but has no best', () => {
  expect(withResult({}, result({ complete: false, medal: null }))['one']).toMatchObject({ times: 1, best: null });
});

test('what is next is the first that was never played, then the first without a medal', () => {
  const order = ['one', 'two', 'three'];
  expect(nextToLearn(order, {})).toBe('one');
  const one = withResult({}, result({ medal: null }));
  expect(nextToLearn(order, one)).toBe('two');
  const all = ['two', 'three'].reduce((so, scenario) => withResult(so, result({ scenario, medal: 'gold' })), one);
  expect(nextToLearn(order, all)).toBe('one');
  expect(nextToLearn(order, withResult(all, result({ drill: 'd9' })))).toBeNull();
  expect([following(order, 'one'), following(order, 'three'), following(order, 'x')]).toEqual(['two', null, null]);
});

test('what is not ours in the storage is not read', () => {
  expect(read(null)).toEqual({});
  expect(read('{')).toEqual({});
  expect(read('[]')).toEqual({});
  const good = { times: 1, best: null, medal: 'gold', drill: 'd' };
  expect(read(JSON.stringify({ one: good, two: { times: 'x' }, three: { ...good, medal: 'wood' } }))).toEqual({ one: good });
});
