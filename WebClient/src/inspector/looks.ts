import { clock, timeLeft } from '../language/figures';
import type { ActionSpec, FindingView, LookView } from '../wire';
import type { Component } from '../world/components';
import type { World } from '../world/world';
import { actionsFor } from './current';

const kinds = new Set(['list-processes', 'show-locks', 'slow-queries', 'read-access-log', 'check-certificate', 'trace-request']);

/** An action that changes nothing: it shows something. */
export function isLook(action: Pick<ActionSpec, 'id'>): boolean {
  return kinds.has(action.id);
}

/** The looks one may take at a component. */
export function looksFor(component: Component, actions: readonly ActionSpec[], world: World): readonly ActionSpec[] {
  return actionsFor(component, actions, world).filter(isLook);
}

export function lookAt(world: World, component: string, look: string): LookView | null {
  return world.looks.find((one) => one.component === component && one.look === look) ?? null;
}

export function findingOf(world: World, component: string, look: string): FindingView | null {
  return world.findings.get(`${component}/${look}`) ?? null;
}

/** When a certificate expires, if anybody has looked. */
export function expiryOf(id: string, world: World): number | null {
  return findingOf(world, id, 'check-certificate')?.certificate?.expiresMs ?? null;
}

export function expiryText(id: string, world: World): string {
  const expires = expiryOf(id, world);
  return expires === null ? '–' : pointInTime(expires);
}

/** Drill time while that is near, else how far off in days. */
export function pointInTime(ms: number): string {
  return ms >= 0 && ms < 3_600_000 ? clock(ms) : `${ms < 0 ? '−' : '+'}${timeLeft(Math.abs(ms))}`;
}
