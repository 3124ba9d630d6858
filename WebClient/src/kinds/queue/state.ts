import type { QueueView } from '../../wire';
import type { Code, State } from '../kind';

/** From this age of its oldest message on, in seconds, those who wait for their job notice. */
const lateSeconds = 60;

export const state: State<QueueView> = {
  list: 'queues',
  stage: () => 'middle',
  state: codeOf,
  price: (view) => view.pricePerHour,
  figures: (view) => ({
    published: view.publishedPerSecond,
    done: view.donePerSecond,
    backlog: view.waiting,
    inFlight: view.inFlight,
    age: view.ageSeconds,
    dead: view.dead,
    redelivered: view.redelivered,
    doneTwice: view.doneTwice,
  }),
};

/** A full disk goes first: somebody paused it on purpose, but nobody filled its disk. */
function codeOf(view: QueueView): Code | null {
  if (view.fullUntilMs > 0) return { family: 'queue', code: 'disk-full' };
  return view.paused ? { family: 'queue', code: 'paused' } : null;
}

export function isLate(view: QueueView): boolean {
  return view.ageSeconds > lateSeconds;
}
