import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paysWith, type Comparison } from './comparison';

const comparison = JSON.parse(readFileSync('../Server/Comparison/figures.json', 'utf8')) as Comparison;

function paid(scenario: string, id: string): string[] {
  const { strategies } = comparison.scenarios.find((each) => each.id === scenario)!;
  return [...paysWith(strategies.find((each) => each.id === id)!, strategies)];
}

test('each strategy pays with what is its own', () => {
  expect(paid('comparison-calm', 'in-server')).toEqual(['memory', 'connections']);
  expect(paid('comparison-calm', 'blue-green')).toEqual(['money', 'connections']);
  expect(paid('comparison-calm', 'rolling')).toEqual(['takes', 'servers']);
  expect(paid('comparison-calm', 'recreate')).toEqual(['failed', 'servers']);
  expect(paid('comparison-peak', 'in-place')).toEqual(['failed', 'p99', 'servers']);
});
