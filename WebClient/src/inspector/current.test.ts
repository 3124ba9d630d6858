import { expect, test } from 'vitest';
import type { ActionSpec, ParameterSpec, ScenarioCard } from '../wire';
import { balancer, server } from '../world/frames.fixture';
import { World } from '../world/world';
import { actionsFor, choicesOf, currentValue } from './current';

const text = { en: '', ko: '' };
const scenario: ScenarioCard = {
  id: 's', version: 1, title: text, summary: text, teaches: text, brief: text, minutes: 10, difficulty: 1,
  classes: [], sizes: [{ id: 'm', cores: 4, memoryMiB: 1, pricePerHour: 1 }], releases: [], objectives: [],
};
const parameter = (name: string, kind: string, choices: string[] = []): ParameterSpec => ({ name, kind, min: 0, max: 9, initial: 'i', choices, only: null });
const action = (id: string, target: string): ActionSpec => ({ id, target, parameters: [], seconds: 0 });
const lb = { kind: 'balancer' as const, id: 'lb', view: balancer('lb', ['a', 'b']) };

test('forms start from what the component has', () => {
  expect(currentValue(action('set-algorithm', 'balancer'), parameter('algorithm', 'choice'), lb, null)).toBe('round-robin');
  expect(currentValue(action('set-health-check', 'balancer'), parameter('timeout', 'duration'), lb, null)).toBe('2');
  const one = { kind: 'server' as const, id: 'a', view: server('a', 'r', 0) };
  expect(currentValue(action('change-threads', 'server'), parameter('threads', 'number'), one, 'app')).toBe('8');
  expect(currentValue(action('unheard-of', 'server'), parameter('x', 'number'), one, null)).toBe('i');
});

test('attach offers what is not attached, detach what is', () => {
  const world = new World();
  for (const id of ['a', 'b', 'c']) world.servers.set(id, server(id, 'r', 0));
  const of = (id: string): readonly string[] => choicesOf(action(id, 'balancer'), parameter('server', 'server'), lb, world, scenario);
  expect([of('attach'), of('detach')]).toEqual([['c'], ['a', 'b']]);
});

test('only actions for its kind fit a component', () => {
  expect(actionsFor(lb, [action('attach', 'balancer'), action('stop-server', 'server')]).map((one) => one.id)).toEqual(['attach']);
});
