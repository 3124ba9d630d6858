import type { BesideView, CommandRequest, EventView, Phrase, Receipt, Text } from '../wire';

export type CommandState = 'held' | 'sending' | 'logged' | 'refused' | 'told';

/**
 * A command on its way: held while the drill is paused, sending until the server has logged it, logged until its outcome is
 * seen. Told: done, beside somebody else.
 */
export interface PendingCommand {
  readonly request: CommandRequest;
  readonly state: CommandState;
  readonly tick: number;
  readonly text: Text | Phrase | null;
  /** Whom it met, and when. */
  readonly beside?: BesideView | null;
  readonly timeMs?: number;
}

/** Ticks after which a logged command without an event counts as done (its event was lost in a gap). */
const patienceTicks = 40;
/** Refusals and the like shown at a time. */
const refusalsKept = 3;

export function isPending(command: PendingCommand): boolean {
  return command.state === 'held' || command.state === 'sending' || command.state === 'logged';
}

/** Commands without a known outcome, oldest first, and the latest that somebody must read about. */
export class Outbox {
  #commands: readonly PendingCommand[] = [];

  get all(): readonly PendingCommand[] {
    return this.#commands;
  }

  get unacknowledged(): readonly CommandRequest[] {
    return this.#commands.filter((command) => command.state === 'sending').map((command) => command.request);
  }

  add(request: CommandRequest): void {
    this.#commands = [...this.#commands, { request, state: 'sending', tick: 0, text: null }];
  }

  /** The drill is paused: it waits. */
  hold(id: string): void {
    this.#change(id, { state: 'held' });
  }

  /** The drill goes on: what was held is on its way again, in its order. */
  release(): readonly CommandRequest[] {
    const held = this.#commands.filter((command) => command.state === 'held').map((command) => command.request);
    for (const request of held) this.#change(request.id, { state: 'sending' });
    return held;
  }

  receipt(id: string, receipt: Receipt): void {
    if (receipt.refusal) this.#change(id, { state: 'refused', text: receipt.refusal.text });
    else this.#change(id, { state: 'logged', tick: receipt.tick });
  }

  failed(id: string, text: Text): void {
    this.#change(id, { state: 'refused', text });
  }

  /** Takes outcomes out of the new events; true when anything changed. */
  settle(events: readonly EventView[], tick: number): boolean {
    const before = this.#commands;
    for (const event of events) {
      if (event.command === null) continue;
      const { text, beside, timeMs } = event;
      if (event.kind === 'refused') this.#change(event.command, { state: 'refused', text, beside, timeMs });
      else if (beside) this.#change(event.command, { state: 'told', text, beside, timeMs });
      else this.dismiss(event.command);
    }
    if (this.#commands.some((command) => overdue(command, tick)))
      this.#commands = this.#commands.filter((command) => !overdue(command, tick));
    return this.#commands !== before;
  }

  dismiss(id: string): void {
    if (this.#commands.some((command) => command.request.id === id))
      this.#commands = this.#commands.filter((command) => command.request.id !== id);
  }

  clear(): void {
    this.#commands = [];
  }

  #change(id: string, change: Partial<PendingCommand>): void {
    if (!this.#commands.some((command) => command.request.id === id)) return;
    this.#commands = this.#commands.map((command) =>
      command.request.id === id && command.state !== 'refused' ? { ...command, ...change } : command,
    );
    const read = this.#commands.filter((command) => !isPending(command));
    const oldest = read[0];
    if (read.length > refusalsKept && oldest) this.dismiss(oldest.request.id);
  }
}

function overdue(command: PendingCommand, tick: number): boolean {
  return command.state === 'logged' && tick > command.tick + patienceTicks;
}
