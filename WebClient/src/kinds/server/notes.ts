import { duration, percent, rate, seconds } from '../../language/figures';
import { words } from '../../language/words';
import { m } from '../../paraglide/messages';
import type { PortView, RoleView, ServerView } from '../../wire';
import type { World } from '../../world/world';
import { heldAt, lockNotes } from '../held';
import { bad, left, plain, warn, when, type Note } from '../note';
import { sum } from '../sum';
import { outlivedAKill, silencesOf } from './silence';

const diskWarn = 0.75;
const diskBad = 0.95;
const lagLateMs = 1000;

export function notesOf(view: ServerView, world: World): readonly Note[] {
  const beside = view.ports.filter((port) => port.stage !== 'empty' && port.stage !== 'serving');
  return [
    ...nodeNotes(view.id, world),
    ...when(view.nextSize !== '', () => warn(m.note_resizing({ size: view.nextSize }))),
    ...when(view.nextRack !== '', () => warn(m.note_moving({ rack: view.nextRack }))),
    ...when(view.leaving, () => warn(m.note_leaving())),
    ...silenceNotes(view, world),
    ...when(view.lifecycle === 'running' && !view.ready, () => bad(m.note_not_ready())),
    ...view.roles.flatMap(breakerNotes),
    ...view.roles.flatMap(coldNotes),
    ...when(view.firewall.length > 0, () =>
      bad(m.note_shut({ from: view.firewall.map((from) => words('choice', from)).join(', ') })),
    ),
    ...when(view.blocked.length > 0, () => warn(m.note_blocked({ sources: view.blocked.join(', ') }))),
    ...beside.map((port) => plain(portText(port, world))),
    ...processNotes(view),
    ...lockNotes(sum(view.roles.flatMap((role) => role.locked)), heldAt(world, view.id)),
    ...when(view.diskMiB > 0 && view.disk >= diskWarn, () =>
      (view.disk >= diskBad ? bad : warn)(m.note_disk({ share: percent(view.disk) })),
    ),
    ...when(view.logFactor > 1, () => warn(m.note_flood({ factor: rate(view.logFactor) }))),
  ];
}

/** Only one says it: the role in front waits for the one behind it. */
function silenceNotes(view: ServerView, world: World): readonly Note[] {
  const silence = silencesOf(view, world).at(-1);
  if (!silence) return [];
  const { role, forMs, held } = silence;
  return [
    bad(m.note_no_answer({ role: words('tier', role), time: seconds(Math.floor(forMs / 1000)), n: held })),
    ...when(outlivedAKill(view, silence, world), () => bad(m.note_quiet_killed())),
  ];
}

/** Of a database that has other nodes too. */
function nodeNotes(server: string, world: World): readonly Note[] {
  for (const database of world.list('databases')) {
    const node = database.nodes.find((one) => one.server === server);
    if (!node || database.nodes.length < 2) continue;
    if (database.server === server) return [plain(m.note_primary({ name: database.id }))];
    const replica = m.note_replica({ name: database.id, lag: duration(database.lagMs) });
    return [(database.lagMs >= lagLateMs ? warn : plain)(replica)];
  }
  return [];
}

function breakerNotes({ breaker, role }: RoleView): readonly Note[] {
  if (breaker === null || breaker === 'closed') return [];
  return [bad(m.note_breaker({ role: words('tier', role), state: words('breaker', breaker) }))];
}

/** Processes that have just started. */
function coldNotes({ cold, role }: RoleView): readonly Note[] {
  return when(cold > 1, () => warn(m.note_cold({ role: words('tier', role), factor: rate(cold) })));
}

function processNotes(view: ServerView): readonly Note[] {
  const old = view.old.flatMap((one) => one.busy);
  const down = view.lifecycle === 'running' ? view.roles.flatMap((role) => role.up).filter((up) => !up).length : 0;
  return [
    ...when(old.length > 0, () => plain(m.note_old({ n: old.length, busy: sum(old) }))),
    ...when(down > 0, () => bad(m.note_down({ n: down }))),
  ];
}

function portText(port: PortView, world: World): string {
  const after = port.endsMs > world.timeMs ? ` ${left(port.endsMs, world)}` : '';
  return `:${port.number} ${port.version} ${words('port', port.stage)}${after}`;
}
