import type { SketchCard } from '../wire';

/** A place in the small picture, 280 × 120, by its middle. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A server of the small picture: `data` when the database is in it. */
export interface Unit extends Place {
  readonly data: boolean;
}

/** Where everything stands; a way is the middle line of one request. */
export interface Drawing {
  readonly units: readonly Unit[];
  readonly apps: readonly Unit[];
  readonly workers: readonly Unit[];
  readonly edge: Place | null;
  readonly balancer: Place | null;
  readonly inner: Place | null;
  readonly cache: Place | null;
  readonly queue: Place | null;
  readonly bases: readonly Place[];
  readonly ways: readonly (readonly Place[])[];
  /** Of the jobs: through the queue and a worker. */
  readonly jobs: readonly (readonly Place[])[];
}

export const users: Place = { x: 20, y: 60 };
const right = 256;
const middle = 60;
/** Rows drawn; more servers than that are all the same to the eye. */
const rowsMost = 5;
/** Queue and workers stand lower than the requests' way. */
const low = 88;
const workersMost = 2;

/** The picture on the home page: what most systems look like. */
export const fanOut: SketchCard = {
  tls: false, edge: false, balancer: true, inner: false, servers: [['wa', 'wa'], ['wa'], ['d']], cache: false, replicas: 0,
  locks: false, scales: false, queue: false,
};

/** Puts columns at even distances from the users to the data. */
export function draw(sketch: SketchCard): Drawing {
  const all = sketch.servers.flat();
  const fronts = all.filter((tiers) => tiers.includes('w') || (tiers.includes('a') && !all.some((other) => other.includes('w'))));
  const inside = all.filter((tiers) => tiers.includes('a') && !fronts.includes(tiers));
  const working = all.filter((tiers) => tiers.includes('j'));
  const apart = all.some((tiers) => tiers === 'd') || all.length === 0;
  const columns = [
    sketch.edge ? 'edge' : '', sketch.balancer ? 'balancer' : '', fronts.length > 0 ? 'units' : '', sketch.inner ? 'inner' : '',
    inside.length > 0 ? 'apps' : '', sketch.cache || sketch.queue ? 'middle' : '', working.length > 0 ? 'workers' : '',
    apart ? 'bases' : '',
  ].filter((name) => name !== '');
  const step = (right - users.x) / columns.length;
  const at = (name: string): Place | null => {
    const place = columns.indexOf(name);
    return place < 0 ? null : { x: Math.round(users.x + step * (place + 1) - (columns.length === 1 ? step / 2 : 0)), y: middle };
  };
  const units = column(at('units'), fronts);
  const apps = column(at('apps'), inside);
  const workers = column(lowered(at('workers')), working.slice(0, workersMost));
  const bases = column(at('bases'), Array.from({ length: 1 + sketch.replicas }, () => 'd'));
  const [edge, balancer, inner] = [at('edge'), at('balancer'), at('inner')];
  const cache = sketch.cache ? at('middle') : null;
  const queue = sketch.queue ? lowered(at('middle')) : null;
  const isThere = (place: Place | null | undefined): place is Place => place !== null && place !== undefined;
  const toDoor = [users, edge, balancer].filter(isThere);
  /** As far as the application, from a row of those where users come in. */
  const toApp = (row: number): Place[] => [...toDoor, ...[turn(units, row), inner, turn(apps, row)].filter(isThere)];
  const ways = units.map((_, row) => [...toApp(row), ...[cache, bases[0]].filter(isThere)]);
  const lines = queue ? Math.max(units.length, workers.length) : 0;
  const jobs = Array.from({ length: lines }, (_, row) => [
    ...toApp(row), ...[queue, turn(workers, row), workers.length > 0 ? bases[0] : null].filter(isThere),
  ]);
  return { units, apps, workers, edge, balancer, inner, cache, queue, bases, ways, jobs };
}

function lowered(place: Place | null): Place | null {
  return place && { ...place, y: low };
}

/** With fewer than rows they are taken in turn. */
function turn(places: readonly Place[], row: number): Place | undefined {
  return places[row % places.length];
}

function column(place: Place | null, servers: readonly string[]): Unit[] {
  if (place === null) return [];
  const shown = servers.slice(0, rowsMost);
  const gap = Math.min(28, 104 / shown.length);
  return shown.map((tiers, row) => ({
    x: place.x,
    y: Math.round(place.y + (row - (shown.length - 1) / 2) * gap),
    data: tiers.includes('d') && tiers.length > 1,
  }));
}

/** A line through places, level where it meets them. */
export function line(way: readonly Place[]): string {
  return way
    .map((place, at) => {
      const before = way[at - 1];
      if (before === undefined) return `M${place.x} ${place.y}`;
      const half = (before.x + place.x) / 2;
      return before.y === place.y ? `H${place.x}` : `C${half} ${before.y} ${half} ${place.y} ${place.x} ${place.y}`;
    })
    .join('');
}
