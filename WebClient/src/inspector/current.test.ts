import { expect, test } from 'vitest';
import { newWorld, type Component } from '../kinds';
import type { ActionSpec, CacheView, ParameterSpec, RolloutView, ServerView } from '../wire';
import { balancer, cache, certificate, database, dns, rack, server } from '../world/frames.fixture';
import { actionsFor, choicesOf } from './current';

const parameter = (name: string, kind: ParameterSpec['kind'], choices: string[] = []): ParameterSpec =>
  ({ name, kind, min: 0, max: 9, initial: 'i', choices, only: null });
const action = (id: string, target: ActionSpec['target']): ActionSpec => ({ id, target, parameters: [], seconds: 0 });
const lb = { kind: 'balancer' as const, id: 'lb', view: balancer('lb', ['a', 'b']) };

test('attach offers what is not attached, detach what is', () => {
  const world = newWorld();
  for (const id of ['a', 'b', 'c']) world.of('servers').set(id, server(id, 'r', 0));
  const of = (id: string): readonly string[] => choicesOf(action(id, 'balancer'), parameter('server', 'server'), lb, world);
  expect([of('attach'), of('detach')]).toEqual([['c'], ['a', 'b']]);
});

test('an address is anything users may enter by that the name does not list', () => {
  const world = newWorld();
  world.of('caches').set('edge', cache('edge', 'edge'));
  world.of('caches').set('cache', cache('cache'));
  world.of('balancers').set('lb', balancer('lb', []));
  const roles = [['a', 'web'], ['b', 'app'], ['c', 'db']] as const;
  for (const [id, role] of roles) world.of('servers').set(id, server(id, 'r', 0, [role]));
  const name: Component = { kind: 'dns', id: 'dns', view: dns('dns', 'lb') };
  const of = (id: string): readonly string[] => choicesOf(action(id, 'dns'), parameter('address', 'address'), name, world);
  expect([of('add-address'), of('remove-address')]).toEqual([['edge', 'a'], ['lb']]);
});

test('a server moves to another rack with room', () => {
  const world = newWorld();
  for (const id of ['r', 's', 't']) world.of('racks').set(id, rack(id, id === 't' ? 1 : 4));
  world.of('servers').set('a', server('a', 'r', 0));
  world.of('servers').set('b', { ...server('b', 'r', 1), nextRack: 't' });
  const one = { kind: 'server' as const, id: 'a', view: server('a', 'r', 0) };
  expect(choicesOf(action('move-server', 'server'), parameter('rack', 'rack', ['r', 's', 't']), one, world)).toEqual(['s']);
});

test('a version to install is none that runs there', () => {
  const world = newWorld();
  const one: ServerView = {
    ...server('a', 'r', 0), ports: [{ number: 8001, stage: 'serving', version: 'v1', endsMs: 0, threads: 8, busy: [] }],
  };
  world.of('servers').set('a', one);
  const versions = parameter('version', 'version', ['v2', 'v1']);
  expect(choicesOf(action('install-beside', 'server'), versions, { kind: 'server', id: 'a', view: one }, world)).toEqual(['v2']);
  const view: RolloutView = {
    id: 'r', status: 'idle', version: '', fromVersion: '', step: 'none', batch: [], done: [], waiting: [], stepEndsMs: 0,
    strategy: 'in-place', share: 0,
  };
  const rollout: Component = { kind: 'rollout', id: 'r', view };
  expect(choicesOf(action('start-rollout', 'rollout'), versions, rollout, world)).toEqual(['v2']);
  world.of('servers').set('b', { ...one, id: 'b', version: 'v2' });
  expect(choicesOf(action('start-rollout', 'rollout'), versions, rollout, world)).toEqual(['v2', 'v1']);
});

test('a certificate is chosen where users shake hands, and only if there is another', () => {
  const world = newWorld();
  const lb: Component = { kind: 'balancer', id: 'lb', view: { ...balancer('lb', []), certificate: 'old' } };
  const set = { ...action('set-certificate', 'balancer'), parameters: [parameter('certificate', 'certificate', ['old', 'new'])] };
  const ids = (component: Component): string[] => actionsFor(component, [set], world).map((each) => each.id);
  world.of('certificates').set('old', certificate('old'));
  expect(ids(lb)).toEqual([]);
  world.of('certificates').set('new', certificate('new'));
  expect(ids(lb)).toEqual(['set-certificate']);
  expect(ids({ kind: 'balancer', id: 'inner', view: balancer('inner', []) })).toEqual([]);
  expect(choicesOf(set, parameter('certificate', 'certificate', ['old', 'new']), lb, world)).toEqual(['new']);
});

test('a source is blocked where users come in, and only if there is another', () => {
  const world = newWorld();
  const outer = { ...balancer('lb', ['a']), blocked: ['bots'] };
  const one = server('a', 'r', 0);
  const of = (sources: string[], component: Component): string[] => {
    const parameters = [parameter('source', 'source', sources)];
    const both = ['block-source', 'unblock-source'].map((id) => ({ ...action(id, component.kind), parameters }));
    return actionsFor(component, both, world).map((each) => each.id);
  };
  expect(of(['internet', 'bots'], { kind: 'server', id: 'a', view: one })).toEqual(['block-source']);
  expect(of(['internet', 'bots'], { kind: 'server', id: 'd', view: server('d', 'r', 0, ['db']) })).toEqual([]);
  world.of('balancers').set('lb', outer);
  expect(of(['internet', 'bots'], { kind: 'balancer', id: 'lb', view: outer })).toEqual(['block-source', 'unblock-source']);
  expect(of(['internet'], { kind: 'balancer', id: 'lb', view: balancer('lb', []) })).toEqual([]);
  expect(of(['internet', 'bots'], { kind: 'server', id: 'a', view: one })).toEqual([]);
  const source = parameter('source', 'source', ['internet', 'bots']);
  const choices = (id: string): readonly string[] =>
    choicesOf(action(id, 'balancer'), source, { kind: 'balancer', id: 'lb', view: outer }, world);
  expect([choices('block-source'), choices('unblock-source')]).toEqual([['internet'], ['bots']]);
});

test('only actions for its kind, and that it can take, fit a component', () => {
  const world = newWorld();
  world.of('balancers').set('lb', lb.view);
  const ids = (one: Component, ...actions: readonly string[]): string[] =>
    actionsFor(one, actions.map((id) => action(id, one.kind)), world).map((each) => each.id);
  const both = [action('attach', 'balancer'), action('stop-server', 'server')];
  expect(actionsFor(lb, both, world).map((one) => one.id)).toEqual(['attach']);
  expect(ids(lb, 'set-handshake-limit')).toEqual([]);
  const of = (change: Partial<ServerView>): Component =>
    ({ kind: 'server', id: 'a', view: { ...server('a', 'r', 0), ...change } });
  const all = ['start-server', 'stop-server', 'reload', 'switch-port', 'clear-logs', 'open-firewall', 'close-firewall'];
  expect(ids(of({}), ...all)).toEqual(['stop-server', 'reload', 'close-firewall']);
  expect(ids(of({ lifecycle: 'stopped', diskMiB: 100, firewall: ['users'] }), ...all)).toEqual([
    'start-server', 'reload', 'clear-logs', 'open-firewall', 'close-firewall',
  ]);
  expect(ids(of({ roles: [] }), 'reload', 'kill-process', 'set-breaker')).toEqual([]);
  expect(ids(of({}), 'set-breaker')).toEqual(['set-breaker']);
  const holds = (change: Partial<CacheView>): Component => ({ kind: 'cache', id: 'c', view: { ...cache('c'), ...change } });
  expect(ids(holds({}), 'warm-cache', 'stop-warming', 'set-cached')).toEqual(['set-cached']);
  expect(ids(holds({ cached: ['browse'] }), 'warm-cache', 'stop-warming')).toEqual(['warm-cache']);
  expect(ids(holds({ cached: ['browse'], warming: 9 }), 'warm-cache', 'stop-warming')).toEqual(['stop-warming']);
  expect([ids(holds({}), 'remove-cache'), ids(holds({ place: 'edge' }), 'remove-cache')]).toEqual([['remove-cache'], []]);
  expect(ids(holds({ cached: ['browse'], readyMs: 5000 }), 'warm-cache')).toEqual([]);
  const rackOne: Component = { kind: 'rack', id: 'r', view: rack('r') };
  expect(ids(rackOne, 'add-cache')).toEqual(['add-cache']);
  world.of('caches').set('edge', cache('edge', 'edge'));
  expect(ids(rackOne, 'add-cache')).toEqual(['add-cache']);
  world.of('caches').set('c', cache('c'));
  expect(ids(rackOne, 'add-cache')).toEqual([]);
  expect(ids(of({}), 'drain-server', 'undrain-server')).toEqual(['drain-server']);
  expect(ids(of({ id: 'c' }), 'drain-server', 'undrain-server')).toEqual(['undrain-server']);
  const data = (...replicas: readonly string[]): Component =>
    ({ kind: 'database', id: 'db', view: database('db', 'db-1', ...replicas) });
  expect([ids(data(), 'fail-over'), ids(data('db-2'), 'fail-over')]).toEqual([[], ['fail-over']]);
});
