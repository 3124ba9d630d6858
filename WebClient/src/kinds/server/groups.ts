import type { Look } from '../../drawing/look';
import { secondsUntil } from '../../language/figures';
import type { PortView, RoleView, ServerView } from '../../wire';

/** Processes of one version: those that serve, those on the port beside them, or those on their way out. */
export interface Group {
  readonly label: string;
  readonly version: string;
  readonly processes: number;
  readonly threads: number;
  readonly busy: readonly number[];
  /** Of its busy threads, those that wait for their process's mutex; none where nobody does. */
  readonly locked: readonly number[];
  /** Whether each runs; none where that goes without saying. */
  readonly up: readonly boolean[];
  readonly state: 'serving' | 'beside' | 'coming' | 'old';
}

export function groupsOf(role: RoleView, server: ServerView, look: Look): readonly Group[] {
  const ports = role.role === 'app' ? server.ports : [];
  const beside = ports.filter((port) => port.stage !== 'empty' && port.stage !== 'serving');
  return [servingIn(role, server), ...beside.map((port) => onPort(port, role, look)), ...oldOf(role, server, look)];
}

function servingIn(role: RoleView, server: ServerView): Group {
  const port = role.role === 'app' ? server.ports.find((one) => one.stage === 'serving') : undefined;
  return {
    label: port ? `:${port.number} ${server.version}` : server.version,
    version: server.version,
    processes: role.processes,
    threads: role.threads,
    busy: role.busy,
    locked: role.locked,
    up: role.up,
    state: 'serving',
  };
}

function onPort(port: PortView, role: RoleView, look: Look): Group {
  const coming = port.stage === 'installing' || port.stage === 'starting';
  return {
    label: `:${port.number} ${port.version} ${secondsUntil(port.endsMs, look.timeMs)}`,
    version: port.version,
    processes: Math.max(port.busy.length, role.processes),
    threads: port.threads,
    busy: port.busy,
    locked: [],
    up: [],
    state: coming ? 'coming' : port.stage === 'stopping' ? 'old' : 'beside',
  };
}

/** Those of a version before, as long as any of them lives. */
function oldOf(role: RoleView, server: ServerView, look: Look): readonly Group[] {
  const old = server.old.filter((one) => one.role === role.role);
  const busy = old.flatMap((one) => one.busy);
  if (busy.length === 0) return [];
  return [
    {
      label: `${look.words('label', 'old')} ${busy.length}`,
      version: old[0]?.version ?? '',
      processes: busy.length,
      threads: role.threads,
      busy,
      locked: [],
      up: [],
      state: 'old',
    },
  ];
}
