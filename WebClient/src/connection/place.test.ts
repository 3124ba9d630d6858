import { expect, test } from 'vitest';
import { placeOf } from './place';

test('every screen has an address', () => {
  expect(['/', '/compare', '/join/ab12cd', '/drill/AB%31'].map(placeOf)).toEqual([
    { name: 'home' },
    { name: 'compare' },
    { name: 'join', code: 'AB12CD' },
    { name: 'drill', code: 'AB1' },
  ]);
  expect(['/lab', '/lab/cache-hurts/', '/lab/cache-hurts/par'].map(placeOf)).toEqual([
    { name: 'lab', scenario: null, plan: null },
    { name: 'lab', scenario: 'cache-hurts', plan: null },
    { name: 'lab', scenario: 'cache-hurts', plan: 'par' },
  ]);
  expect(['/boards', '/boards/cache-hurts'].map(placeOf)).toEqual([
    { name: 'boards', scenario: null },
    { name: 'boards', scenario: 'cache-hurts' },
  ]);
  expect(['/learn', '/learn/health-check'].map(placeOf)).toEqual([
    { name: 'learn', idea: null },
    { name: 'learn', idea: 'health-check' },
  ]);
});

test('an address that leads nowhere is not the first page', () => {
  const wrong = ['/nowhere', '/index.html', '/join', '/join/', '/join/a/b', '/join/%E0%A4%A', '/lab/A', '/boards/a/b', '//'];
  expect(wrong.map(placeOf)).toEqual(wrong.map(() => ({ name: 'nowhere' })));
});
