import type { CommandRequest, EventView } from '../wire';
import { undoable } from '../world/undoable';
import type { Link } from './link';
import { isPending, Outbox, type PendingCommand } from './outbox';

/**
 * The system is being brought back, here or by another server: the command is sent again with the same id, so it happens once.
 */
const comingBack = ['estate-restarting', 'estate-catching-up'];
/** The server cannot save; the whole drill waits for as long as it takes, and so does the command. */
const waiting = 'storage-unavailable';
/** What is decided meanwhile is done once the drill goes on. */
const paused = 'drill-paused';
const comingBackPauseMs = 1000;
/** Longer than a takeover takes. */
const comingBackAttempts = 45;

/** What was decided here: on its way until the server has told its outcome. */
export class Commands {
  pending = $state.raw<readonly PendingCommand[]>([]);
  readonly #link: Link;
  readonly #outbox = new Outbox();

  constructor(link: Link) {
    this.#link = link;
  }

  give(action: string, target: string, args: Readonly<Record<string, string>>, undoes: string | null = null): string {
    const request = { id: crypto.randomUUID(), action, target, args, undoes };
    this.#outbox.add(request);
    this.#show();
    void this.#send(request);
    return request.id;
  }

  /** Takes back what an event says was done. */
  undo(event: EventView): void {
    if (event.undo) this.give(event.undo.action, event.undo.target, event.undo.args, event.command);
  }

  /** A player's own last action that can be taken back, unless that is asked for already. */
  lastOf(player: string, events: readonly EventView[]): EventView | undefined {
    const asked = new Set(this.pending.filter(isPending).map((one) => one.request.undoes));
    const mayGo = (event: EventView): boolean => event.player === player && event.undoes === null && !asked.has(event.command);
    return undoable(events).findLast(mayGo);
  }

  dismiss(id: string): void {
    this.#outbox.dismiss(id);
    this.#show();
  }

  clear(): void {
    this.#outbox.clear();
    this.#show();
  }

  /** What the server has not acknowledged, once the line is back. */
  sendAgain(): void {
    for (const request of this.#outbox.unacknowledged) void this.#send(request);
  }

  /** Runs: the drill does, so what was held for it is sent. */
  settle(events: readonly EventView[], tick: number, runs: boolean): void {
    const held = runs ? this.#outbox.release() : [];
    if (this.#outbox.settle(events, tick) || held.length > 0) this.#show();
    for (const request of held) void this.#send(request);
  }

  #show(): void {
    this.pending = this.#outbox.all;
  }

  async #send(request: CommandRequest, attempt = 1): Promise<void> {
    try {
      const receipt = await this.#link.call('Command', request);
      const waits = receipt.refusal?.code === waiting;
      if (waits || (receipt.refusal && comingBack.includes(receipt.refusal.code) && attempt < comingBackAttempts)) {
        setTimeout(() => {
          // not when its drill was left meanwhile
          if (this.#outbox.unacknowledged.includes(request)) void this.#send(request, waits ? attempt : attempt + 1);
        }, comingBackPauseMs);
        return;
      }
      if (receipt.refusal?.code === paused) this.#outbox.hold(request.id);
      else this.#outbox.receipt(request.id, receipt);
    } catch {
      // Not acknowledged: sent again with the same id once the line is back.
    }
    this.#show();
  }
}
