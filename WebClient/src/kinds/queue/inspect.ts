import { duration, money, rate, seconds } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { QueueView } from '../../wire';
import type { World } from '../../world/world';
import { mostOf, type ChartPlan } from '../chart';
import type { Inspect } from '../kind';
import { bad, left, plain, warn, when } from '../note';
import { ifSet } from '../setting';
import { isLate } from './state';

const jobs: ChartPlan = {
  title: 'jobs',
  lines: [
    { name: 'published', color: '--accent' },
    { name: 'done', color: '--good' },
  ],
};
const backlog: ChartPlan = {
  title: 'backlog',
  lines: [
    { name: 'backlog', color: '--warn' },
    { name: 'inFlight', color: '--accent' },
  ],
};
const age: ChartPlan = { title: 'age', lines: [{ name: 'age', color: '--warn' }] };

export const inspect: Inspect<QueueView> = {
  notes: (view, world) => [
    ...when(view.fullUntilMs > world.timeMs, () => bad(m.note_queue_full({ time: left(view.fullUntilMs, world) }))),
    ...when(view.paused, () => warn(m.note_queue_paused())),
    ...when(isLate(view), () => warn(m.note_oldest({ time: seconds(view.ageSeconds) }))),
    ...when(view.dead > 0, () => bad(m.note_dead({ n: view.dead }))),
    ...when(view.redriving > 0, () => plain(m.note_redriving({ n: view.redriving }))),
    ...when(view.refusedPerSecond > 0, () => bad(m.note_messages_refused({ n: rate(view.refusedPerSecond) }))),
    ...when(view.blocked > 0, () => warn(m.note_publishers({ n: view.blocked }))),
    ...when(view.redelivered > 0, () => warn(m.note_redelivered({ n: rate(view.redelivered) }))),
    ...when(view.failed > 0, () => warn(m.note_jobs_failed({ n: rate(view.failed) }))),
    ...when(view.doneTwice > 0, () => bad(m.note_done_twice({ n: rate(view.doneTwice) }))),
  ],
  settings: (view, world) => [
    [m.setting_messages(), `${view.waiting + view.inFlight} / ${view.limit}`],
    [words('param', 'visibility'), seconds(view.visibilitySeconds)],
    [words('param', 'batch'), String(view.batch)],
    [m.setting_tries(), String(view.tries)],
    ...ifSet(view.byKey, m.setting_order, m.setting_order_key),
    [m.setting_jobs(), view.jobs.map((id) => withLatency(id, world)).join(', ')],
    ...ifSet(view.pricePerHour > 0, m.setting_price, () => m.per_hour({ money: money(view.pricePerHour) })),
  ],
  charts: (view) => [jobs, { ...backlog, thresholds: mostOf(view.limit) }, age],
  columns: [{ name: 'backlog', write: String }, { name: 'age', write: seconds }],
};

/** From the first request to the job's end. */
function withLatency(id: string, world: World): string {
  const p95 = world.classes.find((one) => one.id === id)?.latency.p95 ?? 0;
  return p95 > 0 ? `${id} (p95 ${duration(p95)})` : id;
}
