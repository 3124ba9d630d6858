import { expect, test } from 'vitest';
import type { LabView, ParameterSpec } from '../wire';
import { optionsAt, type Schema } from './completion';
import { placeAt } from './place';

const when: Schema = { properties: { metric: { enum: ['cpu', 'p95'] }, of: {} } };
const schema: Schema = {
  properties: {
    id: {},
    scenario: {},
    steps: { items: { properties: { at: {}, action: {}, target: {}, args: {}, when } } },
  },
};
const which: ParameterSpec = {
  name: 'server', kind: 'server', min: 0, max: 0, initial: '', choices: [], unset: null, only: null,
};
const lab: LabView = {
  scenario: 'one-server', scenarioVersion: 1, engine: '1', seeds: 30, planBytes: 65536, templates: [],
  actions: [
    { id: 'detach', target: 'balancer', topic: 'traffic', seconds: 0, parameters: [which] },
    { id: 'restart-server', target: 'server', topic: 'run', seconds: 4, parameters: [] },
  ],
  targets: { balancer: ['lb'], server: ['web-1', 'web-2'] },
};

const labels = (text: string): string[] => optionsAt(placeAt(text, text.length), schema, lab).map((option) => option.label);
const head = 'id: mine\nscenario: one-server\nsteps:\n';

test('keys come from the schema, without those that are there', () => {
  expect(labels('id: mine\n')).toEqual(['scenario', 'steps']);
  expect(labels(`${head}  - {at: 2s, `)).toEqual(['action', 'target', 'args', 'when']);
  expect(labels(`${head}  - {when: {metric: `)).toEqual(['cpu', 'p95']);
});

test('actions, targets and arguments come from the scenario', () => {
  expect(labels('scenario: ')).toEqual(['one-server']);
  expect(labels(`${head}  - {action: `)).toEqual(['detach', 'restart-server']);
  expect(labels(`${head}  - {action: restart-server, target: `)).toEqual(['web-1', 'web-2']);
  expect(labels(`${head}  - {action: detach, target: lb, args: {`)).toEqual(['server']);
  expect(labels(`${head}  - {action: detach, target: lb, args: {server: `)).toEqual(['web-1', 'web-2']);
});
