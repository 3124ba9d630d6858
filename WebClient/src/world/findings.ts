import type { FindingView, LookView } from '../wire';
import type { World } from './world';

/** A look under way. */
export function lookAt(world: World, component: string, look: string): LookView | null {
  return world.looks.find((one) => one.component === component && one.look === look) ?? null;
}

/** What the latest look has shown. */
export function findingOf(world: World, component: string, look: string): FindingView | null {
  return world.findings.get(`${component}/${look}`) ?? null;
}
