import { duration, percent, rate, seconds, timeLeft } from '../language/figures';
import { words } from '../language/words';
import { m } from '../paraglide/messages';
import type { CertificateView, DatabaseView, PortView, ServerView } from '../wire';
import { isServed } from '../world/certificates';
import type { Component } from '../world/components';
import { expiryOf } from './looks';
import type { World } from '../world/world';

export interface Note {
  readonly text: string;
  readonly tone: 'plain' | 'warn' | 'bad';
}

const diskWarn = 0.75;
const diskBad = 0.95;
const uplinkWarn = 0.8;
const lagLateMs = 1000;
/** From this long before it expires a certificate is worth a word. */
const expirySoonMs = 120_000;

/** What is out of the ordinary about a component, or worth knowing before all else; nothing to say is the usual case. */
export function notesOf(one: Component, world: World): readonly Note[] {
  switch (one.kind) {
    case 'server':
      return serverNotes(one.view, world);
    case 'balancer':
      return [
        ...(one.view.downUntilMs > world.timeMs ? [bad(m.note_back({ time: left(one.view.downUntilMs, world) }))] : []),
        ...(one.view.blocked.length > 0 ? [warn(m.note_blocked({ sources: one.view.blocked.join(', ') }))] : []),
        ...(one.view.failOpen ? [warn(m.setting_fail_open())] : []),
        ...(one.view.queue > 0 ? [warn(m.note_waiting({ n: rate(one.view.queue) }))] : []),
        ...(one.view.tls && one.view.tls.queue > 0 ? [warn(m.note_handshakes({ n: rate(one.view.tls.queue) }))] : []),
      ];
    case 'dns':
      return [
        plain(`→ ${one.view.targets.join(', ')}`),
        ...(one.view.outdated > 0 ? [warn(m.note_outdated({ n: one.view.outdated, all: one.view.resolvers }))] : []),
      ];
    case 'cache':
      return [
        ...(one.view.readyMs > world.timeMs ? [warn(m.note_ready({ time: left(one.view.readyMs, world) }))] : []),
        ...(one.view.warming > 0 ? [plain(m.note_warming({ n: one.view.warming }))] : []),
      ];
    case 'rack':
      return [
        ...one.view.darkFeeds.map((feed) => warn(m.note_feed({ feed: feed.toUpperCase() }))),
        ...(one.view.uplink >= uplinkWarn ? [warn(m.note_uplink({ share: percent(one.view.uplink), wait: duration(one.view.uplinkWaitMs) }))] : []),
      ];
    case 'scaler':
      return [
        plain(m.note_desired({ desired: one.view.desired, running: one.view.running, min: one.view.min, max: one.view.max })),
        ...(one.view.quietUntilMs > world.timeMs ? [plain(m.note_quiet({ time: left(one.view.quietUntilMs, world) }))] : []),
        ...(one.view.noRoom ? [bad(m.note_no_room())] : []),
      ];
    case 'certificate':
      return certificateNotes(one.view, world);
    case 'users': {
      const off = [...new Set(one.view.flatMap((users) => users.without))];
      return off.length > 0 ? [warn(m.note_without({ features: off.join(', ') }))] : [];
    }
    case 'database':
      return databaseNotes(one.view, world);
    default:
      return [];
  }
}

function serverNotes(view: ServerView, world: World): readonly Note[] {
  const beside = view.ports.filter((port) => port.stage !== 'empty' && port.stage !== 'serving');
  const old = view.old.flatMap((one) => one.busy).length;
  const down = view.lifecycle === 'running' ? view.roles.flatMap((role) => role.up).filter((up) => !up).length : 0;
  return [
    ...nodeNotes(view.id, world),
    ...(view.nextSize !== '' ? [warn(m.note_resizing({ size: view.nextSize }))] : []),
    ...(view.nextRack !== '' ? [warn(m.note_moving({ rack: view.nextRack }))] : []),
    ...(view.leaving ? [warn(m.note_leaving())] : []),
    ...view.roles.filter((role) => role.breaker !== null && role.breaker !== 'closed').map((role) => bad(m.note_breaker({ role: words('tier', role.role), state: words('breaker', role.breaker ?? '') }))),
    ...(view.firewall.length > 0 ? [bad(m.note_shut({ from: view.firewall.map((from) => words('choice', from)).join(', ') }))] : []),
    ...(view.blocked.length > 0 ? [warn(m.note_blocked({ sources: view.blocked.join(', ') }))] : []),
    ...beside.map((port) => plain(portText(port, world))),
    ...(old > 0 ? [plain(m.note_old({ n: old, busy: view.old.flatMap((one) => one.busy).reduce((sum, busy) => sum + busy, 0) }))] : []),
    ...(down > 0 ? [bad(m.note_down({ n: down }))] : []),
    ...(view.diskMiB > 0 && view.disk >= diskWarn ? [(view.disk >= diskBad ? bad : warn)(m.note_disk({ share: percent(view.disk) }))] : []),
    ...(view.logFactor > 1 ? [warn(m.note_flood({ factor: rate(view.logFactor) }))] : []),
  ];
}

function nodeNotes(server: string, world: World): readonly Note[] {
  for (const database of world.databases.values()) {
    const node = database.nodes.find((one) => one.server === server);
    if (!node || database.nodes.length < 2) continue;
    if (database.server === server) return [plain(m.note_primary({ name: database.id }))];
    return [(database.lagMs >= lagLateMs ? warn : plain)(m.note_replica({ name: database.id, lag: duration(database.lagMs) }))];
  }
  return [];
}

function databaseNotes(view: DatabaseView, world: World): readonly Note[] {
  const primary = view.nodes.find((node) => node.server === view.server);
  return [
    ...(primary && !primary.up ? [bad(m.note_primary_down({ server: view.server }))] : []),
    ...view.nodes.filter((node) => node.copiedMs > world.timeMs).map((node) => plain(m.note_copying({ server: node.server, time: left(node.copiedMs, world) }))),
    ...(view.promoting !== '' ? [warn(m.note_promotes({ server: view.promoting, time: left(view.promotesMs, world) }))] : []),
    ...(view.nodes.length > 1 && view.lagMs >= lagLateMs ? [warn(m.note_lag({ lag: duration(view.lagMs) }))] : []),
    ...(view.deadlocksPerSecond > 0 ? [warn(m.note_deadlocks({ n: rate(view.deadlocksPerSecond) }))] : []),
  ];
}

function certificateNotes(view: CertificateView, world: World): readonly Note[] {
  return [...placeNotes(view.id, world), ...(view.expired ? [bad(words('certificate', 'expired'))] : lifeNotes(view.id, world)), ...(view.renewedMs > 0 ? [plain(m.note_renewed({ time: left(view.renewedMs, world) }))] : [])];
}

/** Where there are several: whether it is the one users are shown. */
function placeNotes(id: string, world: World): readonly Note[] {
  return world.certificates.size > 1 ? [plain(words('certificate', isServed(id, world) ? 'served' : 'spare'))] : [];
}

/** As far as somebody has looked. */
function lifeNotes(id: string, world: World): readonly Note[] {
  const ms = (expiryOf(id, world) ?? 0) - world.timeMs;
  return ms > 0 ? [(ms < expirySoonMs ? warn : plain)(m.note_expires({ time: timeLeft(ms) }))] : [];
}

export function portText(port: PortView, world: World): string {
  const after = port.endsMs > world.timeMs ? ` ${left(port.endsMs, world)}` : '';
  return `:${port.number} ${port.version} ${words('port', port.stage)}${after}`;
}

function left(endsMs: number, world: World): string {
  return seconds(Math.max(0, Math.ceil((endsMs - world.timeMs) / 1000)));
}

function plain(text: string): Note {
  return { text, tone: 'plain' };
}

function warn(text: string): Note {
  return { text, tone: 'warn' };
}

function bad(text: string): Note {
  return { text, tone: 'bad' };
}
