import { expect, test } from 'vitest';
import { draw, fanOut, line } from './sketch';

const jobs = { ...fanOut, servers: [['wa', 'wa'], ['j', 'j', 'j'], ['d']], cache: true, queue: true };

test('a system without a queue has no jobs', () => {
  const { jobs: ways, queue, workers } = draw(fanOut);
  expect([ways, queue, workers]).toEqual([[], null, []]);
});

test('jobs go through the application, the queue and a worker to the data, and requests past them', () => {
  const drawing = draw(jobs);
  const { balancer, units, queue, workers, bases } = drawing;
  const lefts = [balancer, units[0], queue, workers[0], bases[0]].map((one) => one?.x ?? 0);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  expect(drawing.jobs[1]?.slice(2)).toEqual([units[1], queue, workers[1], bases[0]]);
  expect(drawing.ways[1]?.slice(2)).toEqual([units[1], drawing.cache, bases[0]]);
  expect(queue?.y).toBeGreaterThan(drawing.cache?.y ?? Infinity);
});

test('without servers of its own for workers a queue is where the ways of jobs end', () => {
  const drawing = draw({ ...jobs, servers: [['wa'], ['d']] });
  const [way] = drawing.jobs;
  expect(way?.at(-1)).toEqual(drawing.queue);
  expect(line(way ?? [])).not.toContain('NaN');
});
