import type { ActionSpec, ParameterSpec, ScenarioCard } from '../wire';
import type { Component } from '../world/components';
import type { World } from '../world/world';

/** What a form starts from: the value the component has now where its view shows it, else the catalogue's. */
export function currentValue(action: ActionSpec, parameter: ParameterSpec, component: Component, role: string | null): string {
  const known = shown(action.id, parameter.name, component, role);
  return known === undefined ? parameter.initial : String(known);
}

function shown(action: string, name: string, component: Component, role: string | null): string | number | undefined {
  switch (`${component.kind}/${action}`) {
    case 'server/change-threads': {
      if (component.kind !== 'server') return undefined;
      const of = component.view.roles.find((one) => one.role === role) ?? component.view.roles[0];
      if (name === 'role') return of?.role;
      if (name === 'processes') return of?.processes;
      return name === 'threads' ? of?.threads : undefined;
    }
    case 'balancer/set-algorithm':
      return component.kind === 'balancer' && name === 'algorithm' ? component.view.algorithm : undefined;
    case 'balancer/set-health-check':
      return component.kind === 'balancer' ? checkValue(name, component) : undefined;
    case 'cache/resize-cache':
      return component.kind === 'cache' && name === 'capacity' ? component.view.capacity : undefined;
    case 'cache/set-ttl':
      return component.kind === 'cache' && name === 'seconds' ? component.view.ttlSeconds : undefined;
    case 'database/set-max-connections':
      return component.kind === 'database' && name === 'connections' ? component.view.maxConnections : undefined;
    default:
      return undefined;
  }
}

function checkValue(name: string, component: Component & { kind: 'balancer' }): string | number | undefined {
  const { check } = component.view;
  const values: Readonly<Record<string, string | number>> = {
    path: check.path,
    interval: check.intervalSeconds,
    timeout: check.timeoutSeconds,
    unhealthyAfter: check.unhealthyAfter,
    healthyAfter: check.healthyAfter,
  };
  return values[name];
}

/** What may be chosen for a parameter of kind choice, server or size. */
export function choicesOf(action: ActionSpec, parameter: ParameterSpec, component: Component, world: World, scenario: ScenarioCard): readonly string[] {
  if (parameter.name === 'role' && component.kind === 'server') {
    const roles = component.view.roles.map((one) => one.role);
    const allowed = roles.filter((role) => parameter.choices.length === 0 || parameter.choices.includes(role));
    return allowed.length > 0 ? allowed : roles;
  }
  if (parameter.kind === 'server' && component.kind === 'balancer') {
    const attached = new Set(component.view.targets.filter((target) => target.state !== 'detached').map((target) => target.server));
    const all = parameter.choices.length > 0 ? parameter.choices : [...world.servers.keys()];
    if (action.id === 'attach') return all.filter((id) => !attached.has(id));
    if (action.id === 'detach') return [...attached];
    return all;
  }
  if (parameter.choices.length > 0) return parameter.choices;
  if (parameter.kind === 'server') return [...world.servers.keys()];
  if (parameter.kind === 'size') return scenario.sizes.map((size) => size.id);
  if (parameter.name === 'version') return scenario.releases.map((release) => release.version);
  return [];
}

/** Actions that fit a component. */
export function actionsFor(component: Component, actions: readonly ActionSpec[]): readonly ActionSpec[] {
  return actions.filter((action) => action.target === component.kind);
}
