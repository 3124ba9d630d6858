import { lookParts, type Component } from '../kinds';
import type { ActionSpec } from '../wire';
import type { World } from '../world/world';
import { actionsFor } from './applies';

/** An action that changes nothing: it shows something. */
export function isLook(action: Pick<ActionSpec, 'id'>): boolean {
  return lookParts.has(action.id);
}

/** The looks one may take at a component. */
export function looksFor(component: Component, actions: readonly ActionSpec[], world: World): readonly ActionSpec[] {
  return actionsFor(component, actions, world).filter(isLook);
}
