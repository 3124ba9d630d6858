import { pointInTime } from '../../language/figures';
import { findingOf } from '../../world/findings';
import type { World } from '../../world/world';

/** When a certificate expires, if anybody has looked. */
export function expiryOf(id: string, world: World): number | null {
  return findingOf(world, id, 'check-certificate')?.certificate?.expiresMs ?? null;
}

export function expiryText(id: string, world: World): string {
  const expires = expiryOf(id, world);
  return expires === null ? '–' : pointInTime(expires);
}
