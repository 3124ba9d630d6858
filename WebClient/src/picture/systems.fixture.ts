import { newWorld } from '../kinds';
import type { Frame } from '../wire';
import { Told } from '../wire/told';
import {
  balancer, cache, certificate, database, dns, frame, queue, rack, server, users,
} from '../world/frames.fixture';
import type { World } from '../world/world';

/** Systems to lay out: all of the library as they begin, written by the server's tests, and random ones. */
const bytes = import.meta.glob<string>(
  '../../../tests/Server.Tests/Golden/Library/*.bin',
  { eager: true, query: '?url&inline', import: 'default' },
);

export const library = Object.entries(bytes).map(([path, url]) => [path.replace(/^.*\/(.*)\.bin$/, '$1'), url] as const);

export async function inLibrary(url: string): Promise<World> {
  const letters = atob(url.slice(url.indexOf(',') + 1));
  return worldOf((await Told.begin(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)))).frame);
}

export function worldOf(one: Frame): World {
  const world = newWorld();
  world.apply(one);
  return world;
}

/** Evenly from 0 to 1, the same for one seed. */
function luck(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const mixes = [['web', 'app'], ['web'], ['app'], ['worker'], ['web', 'app', 'db'], ['db'], ['app', 'worker']] as const;

/** A system of up to 200 components; the larger the seed, the larger it may be. */
export function random(seed: number): Frame {
  const next = luck(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const perhaps = <One>(one: One): readonly One[] => (next() < 0.5 ? [one] : []);
  const racks = Array.from({ length: 1 + upTo(1 + seed / 12) }, (_, at) => rack(`rack-${at}`, 40));
  const tiers = mixes.filter((mix) => mix[0] === 'web' || next() < 0.6);
  const servers = Array.from({ length: 1 + upTo(Math.min(170, seed)) }, (_, at) =>
    server(`server-${at}`, `rack-${upTo(racks.length - 1)}`, at, tiers[at % tiers.length] ?? ['web', 'app']),
  );
  const having = (role: string): string[] =>
    servers.filter(({ roles }) => roles.some((one) => one.role === role)).map(({ id }) => id);
  const [primary, ...replicas] = having('db');
  const entry = perhaps(balancer('balancer', having('web')));
  return frame({
    full: true,
    classes: Array.from({ length: 1 + upTo(3) }, (_, at) => users(`class-${at}`)),
    racks,
    servers,
    balancers: [...entry, ...perhaps({ ...balancer('inner', having('app')), tier: 'inner' as const })],
    caches: [...perhaps(cache('edge', 'edge')), ...perhaps(cache('cache')), ...perhaps(cache('cache-2'))],
    queues: [...perhaps(queue('jobs')), ...perhaps(queue('mail'))],
    certificates: [...perhaps(certificate('certificate')), ...perhaps(certificate('spare'))],
    dns: perhaps(dns('name', ...(entry.length > 0 && next() < 0.5 ? ['balancer', 'server-0'] : ['server-0']))),
    databases: primary ? [{ ...database('database', primary, ...replicas.slice(0, 4)), replicaReads: next() < 0.5 }] : [],
  });
}
