import type { World } from '../../world/world';

/** Whether it is the certificate users are shown: by a balancer; where TLS ends elsewhere, the first. */
export function isServed(id: string, world: World): boolean {
  const by = world.list('balancers').find((balancer) => balancer.certificate !== '');
  return id === (by ? by.certificate : world.list('certificates')[0]?.id);
}
