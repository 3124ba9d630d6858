import { expect, test } from 'vitest';
import { differences } from './shape';

test('missing and unnamed fields, other kinds, other words and misplaced nulls are told by their place', () => {
  const shape = {
    id: 'text', busy: ['number'], by: { orNull: 'text' }, series: { each: ['number'] }, state: { oneOf: ['up', 'down'] },
    size: 'number',
  };
  const value = { id: null, busy: [1, '2'], by: null, series: { cpu: [true] }, state: 'lost', extra: 1 };
  expect(differences(value, shape, 'view')).toEqual([
    'view.extra: not named by the type',
    'view.id: null instead of text',
    'view.busy[1]: text instead of number',
    'view.series.cpu[0]: flag instead of number',
    'view.state: lost instead of up, down',
    'view.size: missing',
  ]);
});
