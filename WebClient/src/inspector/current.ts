import { componentsOf, feedsOf, type Component } from '../kinds';
import type { ActionSpec, CacheView, FaultSpec, ParameterSpec, ServerView } from '../wire';
import type { World } from '../world/world';

const lists = new Set(['choice', 'server', 'address', 'size', 'version', 'class', 'rack', 'source', 'feature', 'certificate']);

/** Chosen from a list, not typed. */
export function isList(parameter: ParameterSpec): boolean {
  return lists.has(parameter.kind);
}

/** The value if it may be chosen, else the first that may. */
export function oneOf(choices: readonly string[], value: string): string {
  return choices.includes(value) ? value : (choices[0] ?? '');
}

/** What may be chosen for a parameter of a list kind; for a fault too, whose component may be the users (null). */
export function choicesOf(
  action: ActionSpec | FaultSpec,
  parameter: ParameterSpec,
  component: Component | null,
  world: World,
): readonly string[] {
  const { choices } = parameter;
  switch (parameter.kind) {
    case 'server':
      return serversFor(action.id, choices.length > 0 ? choices : [...world.of('servers').keys()], component);
    case 'address':
      return addressesFor(action.id, component, world);
    case 'version':
      return versionsFor(action.id, choices, component, world);
    case 'rack':
      return choices.filter((id) => hasRoom(id, component, world));
    case 'source':
      return choices.filter((source) => blockedBy(component).includes(source) === (action.id === 'unblock-source'));
    case 'certificate':
      return component?.kind === 'balancer' ? choices.filter((id) => id !== component.view.certificate) : choices;
    case 'size':
      return component?.kind === 'server' ? choices.filter((size) => size !== component.view.size) : choices;
    default:
      break;
  }
  if (component?.kind !== 'server') return choices;
  if (parameter.name === 'role') return choices.filter((role) => component.view.roles.some((one) => one.role === role));
  // What is closed can be opened, and the other way round.
  const closed: readonly string[] = component.view.firewall;
  if (action.id === 'open-firewall') return choices.filter((from) => from === 'any' || closed.includes(from));
  return action.id === 'close-firewall' ? choices.filter((from) => !closed.includes(from)) : choices;
}

function blockedBy(component: Component | null): readonly string[] {
  return component?.kind === 'server' || component?.kind === 'balancer' ? component.view.blocked : [];
}

/** Worth a form: where all users come from one source there is nothing to tell apart. */
function fitsSource(action: ActionSpec, component: Component, world: World): boolean {
  const blocked = blockedBy(component);
  const sources = choicesIn(action, 'source');
  if (action.id === 'unblock-source') return blocked.length > 0;
  return sources.length > 1 && blocked.length < sources.length && usersReach(component, world);
}

/** Themselves, without a balancer in between. */
function usersReach(component: Component, world: World): boolean {
  const outer = world.list('balancers').some((balancer) => balancer.tier !== 'inner');
  if (component.kind === 'balancer') return component.view.tier !== 'inner' || !outer;
  const named = world.list('dns').some((name) => name.targets.includes(component.id));
  return named || (!outer && component.kind === 'server' && isFront(component.view));
}

function serversFor(action: string, all: readonly string[], component: Component | null): readonly string[] {
  if (component?.kind === 'database') {
    const { nodes, server } = component.view;
    return nodes.map((node) => node.server).filter((one) => one !== server);
  }
  if (component?.kind !== 'balancer') return all;
  const attached = component.view.targets.filter((target) => target.state !== 'detached').map((target) => target.server);
  if (action === 'attach') return all.filter((id) => !attached.includes(id));
  return action === 'detach' || action === 'set-weight' ? attached : all;
}

/** A rack with power and a free unit; for a server another one than its own. */
function hasRoom(id: string, component: Component | null, world: World): boolean {
  const rack = world.of('racks').get(id);
  const taken = world.list('servers').filter((server) => server.rack === id || server.nextRack === id).length;
  if (rack === undefined || rack.condition === 'no-power' || taken >= rack.units) return false;
  return component?.kind !== 'server' || component.view.rack !== id;
}

/** Where users may be sent: the edge, the balancers, servers they can enter. */
function addressesFor(action: string, component: Component | null, world: World): readonly string[] {
  const listed = component?.kind === 'dns' ? component.view.targets : [];
  if (action === 'remove-address') return listed;
  const servers = world.list('servers');
  const entry = servers.some((server) => carries(server, 'web')) ? 'web' : 'app';
  const all = [
    ...world.list('caches').filter((cache) => cache.place === 'edge').map((cache) => cache.id),
    ...world.list('balancers').filter((balancer) => balancer.tier !== 'inner').map((balancer) => balancer.id),
    ...servers.filter((server) => carries(server, entry)).map((server) => server.id),
  ];
  return all.filter((id) => !listed.includes(id));
}

/** Not what runs there already. */
function versionsFor(action: string, versions: readonly string[], component: Component | null, world: World): readonly string[] {
  if (component?.kind === 'server') return versions.filter((version) => version !== component.view.version);
  if (action !== 'start-rollout') return versions;
  const running = world.list('servers').filter((server) => server.ports.length > 0).map((server) => server.version);
  return versions.filter((version) => running.some((one) => one !== version));
}

/** Actions that a component of its equipment can take, in the state it is in. */
export function actionsFor(component: Component, actions: readonly ActionSpec[], world: World): readonly ActionSpec[] {
  const fitting = actions.filter((action) => action.target === component.kind && fits(action, component, world));
  // What cannot be undone stands last.
  return [...fitting.filter((action) => !removes.has(action.id)), ...fitting.filter((action) => removes.has(action.id))];
}

/** What a fault may befall in this system. */
export function targetsOf(fault: FaultSpec, world: World): readonly string[] {
  if (fault.target === 'feed') return feedsOf(world).toSorted();
  return componentsOf(world).filter((one) => one.kind === fault.target && mayBreak(fault.id, one)).map((one) => one.id);
}

function mayBreak(fault: string, one: Component): boolean {
  if (one.kind === 'server' && fault === 'process-crash') return isFront(one.view);
  if (one.kind === 'server' && fault === 'log-flood') return one.view.diskMiB > 0;
  return one.kind !== 'database' || fault !== 'replication-lag' || one.view.nodes.length > 1;
}

const removes = new Set(['remove-server', 'remove-replica', 'remove-cache']);
const needsProcesses = new Set(['change-threads', 'reload', 'kill-process']);
const needsDisk = new Set(['clear-logs', 'rotate-logs']);

function fits(action: ActionSpec, component: Component, world: World): boolean {
  if (action.id === 'block-source' || action.id === 'unblock-source') return fitsSource(action, component, world);
  switch (component.kind) {
    case 'server':
      return fitsServer(action, component.view, world);
    case 'balancer':
      if (action.id === 'set-certificate') return component.view.certificate !== '' && world.of('certificates').size > 1;
      return action.id !== 'set-handshake-limit' || component.view.tls !== null;
    case 'cache':
      if (action.id === 'remove-cache') return component.view.place !== 'edge';
      if (action.id === 'stop-warming') return component.view.warming > 0;
      return action.id !== 'warm-cache' || mayWarm(component.view);
    case 'users':
      return action.id !== 'set-feature' || choicesIn(action, 'feature').length > 0;
    case 'rack':
      return action.id !== 'add-cache' || world.list('caches').every((cache) => cache.place === 'edge');
    case 'database':
      return (action.id !== 'fail-over' && action.id !== 'remove-replica') || component.view.nodes.length > 1;
    default:
      return true;
  }
}

function fitsServer(action: ActionSpec, view: ServerView, world: World): boolean {
  const beside = view.ports.some((port) => port.stage !== 'empty' && port.stage !== 'serving');
  const stands = view.lifecycle === 'stopped' || view.lifecycle === 'off';
  if (needsProcesses.has(action.id)) return isFront(view);
  if (needsDisk.has(action.id)) return view.diskMiB > 0;
  switch (action.id) {
    case 'start-server':
      return view.lifecycle !== 'running' && view.lifecycle !== 'draining';
    case 'stop-server':
    case 'restart-server':
      return !stands;
    case 'drain-server':
      return isAttached(view, world);
    case 'undrain-server':
      return !stands && world.of('balancers').size > 0 && isFront(view) && !isAttached(view, world);
    case 'move-server':
      return world.of('racks').size > 1;
    case 'change-size':
      return choicesIn(action, 'size').some((size) => size !== view.size);
    case 'install-beside':
      return (
        view.ports.some((port) => port.stage === 'empty') &&
        choicesIn(action, 'version').some((version) => version !== view.version)
      );
    case 'switch-port':
      return beside && carries(view, 'web');
    case 'stop-port':
      return beside;
    case 'set-breaker':
      return carries(view, 'web');
    case 'open-firewall':
      return view.firewall.length > 0;
    default:
      return true;
  }
}

/** Of the parameter of that kind. */
function choicesIn(action: ActionSpec, kind: ParameterSpec['kind']): readonly string[] {
  return action.parameters.find((parameter) => parameter.kind === kind)?.choices ?? [];
}

function mayWarm({ warming, readyMs, cached }: CacheView): boolean {
  return warming === 0 && readyMs === 0 && cached.length > 0;
}

function isAttached(server: ServerView, world: World): boolean {
  const of = world.list('balancers').flatMap((balancer) => balancer.targets).find((target) => target.server === server.id);
  return of !== undefined && of.state !== 'draining' && of.state !== 'detached';
}

function isFront(server: ServerView): boolean {
  return carries(server, 'web') || carries(server, 'app');
}

function carries(server: ServerView, role: string): boolean {
  return server.roles.some((one) => one.role === role);
}
