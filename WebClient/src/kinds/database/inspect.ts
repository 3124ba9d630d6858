import { duration, rate, seconds } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { DatabaseView, PoolerView } from '../../wire';
import type { World } from '../../world/world';
import { latencyOf, mostOf, traffic, type ChartPlan } from '../chart';
import { heldAt, lockNotes } from '../held';
import type { Inspect } from '../kind';
import { bad, left, plain, warn, when, type Note } from '../note';
import { ifSet, type Setting } from '../setting';
import Locks from './Locks.svelte';
import Nodes from './Nodes.svelte';
import { primaryOf } from './state';
import Statements from './Statements.svelte';

const lagLateMs = 1000;

const connections: ChartPlan = {
  title: 'connections',
  lines: [
    { name: 'connections', color: '--accent' },
    { name: 'lockWaiters', color: '--warn' },
    { name: 'deadlocks', color: '--bad' },
  ],
};

export const inspect: Inspect<DatabaseView> = {
  notes: (view, world) => [
    ...when(primaryOf(view)?.up === false, () => bad(m.note_primary_down({ server: view.server }))),
    ...copyNotes(view, world),
    ...when(view.promoting !== '', () =>
      warn(m.note_promotes({ server: view.promoting, time: left(view.promotesMs, world) })),
    ),
    ...when(view.nodes.length > 1 && view.lagMs >= lagLateMs, () => warn(m.note_lag({ lag: duration(view.lagMs) }))),
    ...alterNotes(view),
    ...lockNotes(view.lockWaiters, heldAt(world, view.id)),
    ...when(view.deadlocksPerSecond > 0, () => warn(m.note_deadlocks({ n: rate(view.deadlocksPerSecond) }))),
  ],
  settings: (view) => [
    [m.setting_server(), view.server],
    [m.setting_max_connections(), `${view.connections} / ${view.maxConnections}`],
    [words('figure', 'slots'), `${view.busySlots} / ${view.slots}`],
    [words('figure', 'slotQueue'), String(view.slotQueue)],
    [words('figure', 'lockWaiters'), String(view.lockWaiters)],
    ...ifSet(view.alter !== 'none', () => words('figure', 'tableWaiters'), () => String(view.tableWaiters)),
    [m.setting_pool(), view.poolSize > 0 ? String(view.poolSize) : m.setting_pool_none()],
    ...poolerOf(view.pooler),
    ...timeoutsOf(view),
    ...ifSet(view.nodes.length > 1, m.setting_unreplicated, () => String(view.unreplicatedWrites)),
  ],
  charts: (view, promised) => [traffic, latencyOf(promised), { ...connections, thresholds: mostOf(view.maxConnections) }],
  columns: [{ name: 'connections', write: String }, { name: 'lockWaiters', write: String }],
  common: ['kill-session', 'cancel-alter', 'fail-over', 'set-max-connections', 'set-pool', 'set-lock-timeout'],
  panel: Nodes,
  looks: { 'show-locks': Locks, 'slow-queries': Statements },
};

function copyNotes(view: DatabaseView, world: World): readonly Note[] {
  return view.nodes
    .filter((node) => node.copiedMs > world.timeMs)
    .map((node) => plain(m.note_copying({ server: node.server, time: left(node.copiedMs, world) })));
}

function alterNotes(view: DatabaseView): readonly Note[] {
  const n = String(view.tableWaiters);
  switch (view.alter) {
    case 'waiting':
      return [(view.tableWaiters > 0 ? bad : warn)(m.note_alter_waiting({ n }))];
    case 'working':
      return [warn(m.note_alter_working({ n }))];
    case 'resting':
      return [plain(m.note_alter_resting())];
    case 'none':
      return [];
  }
}

function poolerOf(pooler: PoolerView | null): readonly Setting[] {
  if (!pooler) return [];
  return [
    [m.setting_pooler(), `${pooler.busy} / ${pooler.connections} (${words('choice', pooler.mode)})`],
    [m.setting_pooler_clients(), `${pooler.clients} / ${pooler.mostClients}`],
    [m.setting_pooler_waiting(), String(pooler.waiting)],
  ];
}

function timeoutsOf(view: DatabaseView): readonly Setting[] {
  return [
    ...ifSet(view.lockTimeoutSeconds > 0, m.setting_lock_timeout, () => seconds(view.lockTimeoutSeconds)),
    ...ifSet(view.statementTimeoutSeconds > 0, m.setting_statement_timeout, () => seconds(view.statementTimeoutSeconds)),
    ...ifSet(view.poolTimeoutSeconds > 0, m.setting_pool_timeout, () => seconds(view.poolTimeoutSeconds)),
  ];
}
