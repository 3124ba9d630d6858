import type { Component } from '../kinds';
import type { ActionSpec, FaultSpec } from '../wire';
import type { World } from '../world/world';

/** What the server says applies to a component as it stands, in its order; also of the incident desk. */
export function actionsFor(
  component: Pick<Component, 'id'> & { readonly kind: ActionSpec['target'] },
  actions: readonly ActionSpec[],
  world: World,
): readonly ActionSpec[] {
  const ids = world.applies.get(component.id) ?? [];
  return ids.flatMap((id) => actions.find((action) => action.id === id && action.target === component.kind) ?? []);
}

/** The action whose form is open: it stays under the hands, and its preview says so when it applies no more. */
export function openedAt(
  component: Pick<Component, 'id'> & { readonly kind: ActionSpec['target'] },
  actions: readonly ActionSpec[],
  id: string | null,
): ActionSpec | null {
  return actions.find((action) => action.id === id && action.target === component.kind) ?? null;
}

/** What a fault may befall in this system. */
export function targetsOf(fault: Pick<FaultSpec, 'id'>, world: World): readonly string[] {
  return [...world.applies].filter(([, ids]) => ids.includes(fault.id)).map(([id]) => id);
}
