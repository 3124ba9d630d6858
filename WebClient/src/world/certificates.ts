import type { World } from './world';

/** Whether it is the certificate users are shown: by a balancer; where TLS ends elsewhere, the first. */
export function isServed(id: string, world: Pick<World, 'balancers' | 'certificates'>): boolean {
  const by = [...world.balancers.values()].find((balancer) => balancer.certificate !== '');
  return id === (by ? by.certificate : [...world.certificates.keys()][0]);
}
