import { memory, money, percent } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { OwnCheckView, RoleView, ServerView } from '../../wire';
import { latencyOf, mostOf, shareOf, tooMuch, traffic, type ChartPlan } from '../chart';
import type { Inspect } from '../kind';
import { ifSet, type Setting } from '../setting';
import { sum } from '../sum';
import { notesOf } from './notes';
import Processes from './Processes.svelte';
import ProcessList from './ProcessList.svelte';

const threads: ChartPlan = {
  title: 'threads',
  lines: [
    { name: 'busy', color: '--accent' },
    { name: 'queue', color: '--warn' },
  ],
};
const cpu: ChartPlan = {
  title: 'cpu',
  top: 1,
  lines: [
    { name: 'cpu', color: '--accent', percent: true },
    { name: 'memory', color: '--ink-3', percent: true },
  ],
};
const connections: ChartPlan = { title: 'long_lived', lines: [{ name: 'connections', color: '--accent' }] };
const cpuShare = 0.9;
const diskShare = 0.95;

export const inspect: Inspect<ServerView> = {
  notes: notesOf,
  settings: (view) => [
    [m.setting_size(), `${view.size} · ${view.cores} CPU · ${memory(view.memoryMiB)}`],
    [m.setting_price(), m.per_hour({ money: money(view.pricePerHour) })],
    [m.setting_rack(), `${view.rack} · ${view.slot + 1}`],
    ...ifSet(view.version !== '', m.setting_version, () => view.version),
    ...ifSet(view.diskMiB > 0, m.figure_disk, () => `${percent(view.disk)} · ${memory(view.diskMiB)}`),
    ...ifSet(view.logKeepMiB > 0, m.setting_log_keep, () => memory(view.logKeepMiB)),
    ...ifSet(view.connections > 0, m.figure_long_lived, () => String(view.connections)),
    ...ifSet(view.blocked.length > 0, m.setting_blocked, () => view.blocked.join(', ')),
    ...view.roles.map(processesOf),
    ...view.roles.flatMap(mannersOf),
    ...view.roles.flatMap(breakerOf),
    ...view.checks.map(checkOf),
  ],
  charts: (view, promised) => [
    traffic,
    latencyOf(promised),
    { ...cpu, thresholds: tooMuch(cpuShare) },
    { ...threads, thresholds: mostOf(sum(view.roles.map((role) => role.processes * role.threads))) },
    ...(view.connections > 0 ? [{ ...connections, thresholds: mostOf(connectionsOf(view)) }] : []),
    ...(view.diskMiB > 0 ? [shareOf('disk', '--warn', 'disk', tooMuch(diskShare))] : []),
  ],
  common: ['restart-server', 'drain-server', 'undrain-server', 'start-server', 'kill-process', 'change-size', 'change-threads'],
  panel: Processes,
  looks: { 'list-processes': ProcessList },
};

/** Long-lived connections its processes hold at most; 0: no limit. */
function connectionsOf({ roles }: ServerView): number {
  return sum(roles.map((role) => role.processes * role.connectionLimit));
}

function processesOf({ role, processes, threads: each }: RoleView): Setting {
  return [m.setting_processes({ role: words('tier', role) }), `${processes} × ${each}`];
}

/** How requests come to a core, and what becomes of those whose users have gone; a database does neither of its own. */
function mannersOf({ role, discipline, onClientAbort, connectionLimit }: RoleView): readonly Setting[] {
  if (role === 'db') return [];
  const name = { role: words('tier', role) };
  return [
    [m.setting_discipline(name), words('choice', discipline)],
    ...ifSet(role !== 'worker', () => m.setting_on_abort(name), () => words('choice', onClientAbort)),
    ...ifSet(connectionLimit > 0, () => m.setting_long_lived_limit(name), () => String(connectionLimit)),
  ];
}

function breakerOf({ role, breaker }: RoleView): readonly Setting[] {
  return breaker === null ? [] : [[m.setting_breaker({ role: words('tier', role) }), words('breaker', breaker)]];
}

function checkOf({ kind, path, intervalSeconds, timeoutSeconds, failures, failed }: OwnCheckView): Setting {
  const value = m.own_check_value({
    path: words('choice', path),
    interval: intervalSeconds,
    timeout: timeoutSeconds,
    failed,
    failures,
  });
  return [words('own_check', kind), value];
}
