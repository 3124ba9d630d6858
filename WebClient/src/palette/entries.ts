import { isPending } from '../connection/outbox';
import { session } from '../connection/session.svelte';
import { actionsFor } from '../inspector/applies';
import { isLook } from '../inspector/looks';
import { componentsOf, type Component } from '../kinds';
import { language } from '../language/language.svelte';
import { words } from '../language/words';
import { m } from '../paraglide/messages';
import { theme } from '../style/theme.svelte';
import type { ActionSpec, Seat } from '../wire';
import { selection } from '../world/selection.svelte';

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly note: string;
  /** Found by these words too: the other order, the English id. */
  readonly also: string;
  readonly run: () => void;
}

export interface View {
  readonly zoom: (way: 1 | -1) => void;
  readonly fit: () => void;
}

/** Everything one can do on the play screen, by name. */
export function entriesOf(seat: Seat, view: View): Entry[] {
  const components = componentsOf(session.world);
  return [
    ...(session.operates ? [...actionEntries(components, seat), ...acknowledgements(seat)] : []),
    ...(session.operates ? [...incidentEntries(seat), ...bets()] : []),
    ...components.map(inspectEntry),
    ...controlEntries(seat),
    plain('table', selection.table ? m.table_hide() : m.table_show(), 'T', () => (selection.table = !selection.table)),
    plain('situation', m.situation(), 'S', () => (selection.open = 'situation')),
    plain('hints', m.hints(), 'H', () => (selection.open = 'hints')),
    plain('zoom-in', m.zoom_in(), '+', () => view.zoom(1)),
    plain('zoom-out', m.zoom_out(), '−', () => view.zoom(-1)),
    plain('zoom-fit', m.zoom_fit(), '0', view.fit),
    plain('language', m.language_switch(), 'English 한국어', () => language.toggle()),
    plain('theme', theme.now === 'dark' ? m.theme_light() : m.theme_dark(), '', () => theme.toggle()),
    plain('help', m.help(), '?', () => (selection.open = 'help')),
    plain('leave', m.leave_keep(), '', () => void session.standUp()),
  ];
}

function actionEntries(components: readonly Component[], seat: Seat): Entry[] {
  return components.flatMap((one) =>
    actionsFor(one, seat.actions, session.world).map((action) => actionEntry(one, action)),
  );
}

function actionEntry(one: Component, action: ActionSpec): Entry {
  const name = words('action', action.id);
  return {
    id: `${one.id}/${action.id}`,
    text: `${one.id} · ${name}`,
    note: words('kind', one.kind),
    // found by what is done and by what it is done to, in either order
    also: `${name} ${one.id} ${action.id} ${words('kind', one.kind)} ${name}`,
    // its form, or what it means, is shown first
    run: () => {
      if (isLook(action)) selection.look(one.id);
      selection.act(one.id, action.id);
    },
  };
}

function acknowledgements(seat: Seat): Entry[] {
  if (!seat.actions.some((action) => action.id === 'acknowledge')) return [];
  const under = session.pending.filter((one) => one.request.action === 'acknowledge' && isPending(one));
  const asked = new Set(under.map((one) => one.request.target));
  return session.world.alerts
    .filter((alert) => alert.by === null && !asked.has(alert.id))
    .map((alert) => ({
      id: `acknowledge/${alert.id}`,
      text: `${words('action', 'acknowledge')} · ${language.say(alert.text)}`,
      note: words('severity', alert.severity),
      also: `acknowledge ${alert.component ?? ''}`,
      run: () => session.command('acknowledge', alert.id, {}),
    }));
}

function bets(): Entry[] {
  const { bet } = session.world;
  if (bet?.stage !== 'open') return [];
  return bet.answers.map((answer, at) => ({
    id: `bet/${at + 1}`,
    text: `${words('action', 'place-bet')} · ${language.say(answer)}`,
    note: m.bet(),
    also: 'place-bet bet',
    run: () => session.command('place-bet', 'bets', { answer: String(at + 1) }),
  }));
}

function incidentEntries(seat: Seat): Entry[] {
  return actionsFor({ id: 'incident', kind: 'incident' }, seat.actions, session.world).map(({ id }) => ({
    id: `incident/${id}`,
    text: words('action', id),
    note: m.incident(),
    also: `${id} incident I`,
    run: () => selection.handle(id),
  }));
}

function inspectEntry(one: Component): Entry {
  return {
    id: `inspect/${one.kind}/${one.id}`,
    text: m.palette_inspect({ name: one.id }),
    note: words('kind', one.kind),
    also: `${one.id} inspect ${words('kind', one.kind)}`,
    run: () => selection.choose(one.id),
  };
}

function controlEntries(seat: Seat): Entry[] {
  if (!session.controls) return [];
  const { link } = session;
  const paused = session.room?.status === 'paused';
  return [
    paused
      ? plain('continue', m.continue(), 'continue', () => void session.control(link.call('Continue')))
      : plain('pause', m.pause(), 'pause', () => void session.control(link.call('Pause'))),
    ...[0.5, 1, 2, 4, 8].map((speed) =>
      plain(`speed-${speed}`, `${m.speed()} ${speed}×`, 'speed', () => void session.control(link.call('Speed', speed))),
    ),
    ...(seat.faults.length > 0 ? [plain('inject', m.inject(), 'inject', () => (selection.open = 'inject'))] : []),
    plain('finish', m.finish(), 'finish', () => (selection.open = 'finish')),
  ];
}

function plain(id: string, text: string, also: string, run: () => void): Entry {
  return { id, text, note: '', also, run };
}
