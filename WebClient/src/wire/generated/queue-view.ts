// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A queue of jobs. Rates are of the last second. */
export interface QueueView {
  readonly id: string;
  /** Messages no worker has; likewise InFlight: messages a worker has. */
  readonly waiting: number;
  readonly inFlight: number;
  /** Dead letters. */
  readonly dead: number;
  /** Of the oldest message that is not dead; 0: there is none. */
  readonly ageSeconds: number;
  /** Requests that wait for room. */
  readonly blocked: number;
  readonly publishedPerSecond: number;
  readonly refusedPerSecond: number;
  readonly donePerSecond: number;
  /** Deliveries a second after a message's first. */
  readonly redelivered: number;
  /** Deliveries a second in which the worker could not do the job. */
  readonly failed: number;
  /** Jobs a second that were done again. */
  readonly doneTwice: number;
  /** Dead letters the redrive still has to return; 0: none is under way. */
  readonly redriving: number;
  readonly paused: boolean;
  readonly visibilitySeconds: number;
  readonly batch: number;
  /** Deliveries of a message before it is a dead letter. */
  readonly tries: number;
  /** Messages it holds at most. */
  readonly limit: number;
  /** Messages of a key are done in order. */
  readonly byKey: boolean;
  /** Simulated time at which its disk has room again; 0: it has. */
  readonly fullUntilMs: number;
  readonly jobs: readonly string[];
  readonly pricePerHour: number;
}

export const QueueView: Shape<QueueView> = {
  id: 'text',
  waiting: 'number',
  inFlight: 'number',
  dead: 'number',
  ageSeconds: { parts: 1000 },
  blocked: 'number',
  publishedPerSecond: { parts: 10 },
  refusedPerSecond: { parts: 10 },
  donePerSecond: { parts: 10 },
  redelivered: { parts: 10 },
  failed: { parts: 10 },
  doneTwice: { parts: 10 },
  redriving: 'number',
  paused: 'flag',
  visibilitySeconds: { parts: 1000 },
  batch: 'number',
  tries: 'number',
  limit: 'number',
  byKey: 'flag',
  fullUntilMs: { parts: 10 },
  jobs: ['text'],
  pricePerHour: { parts: 10000 },
};
