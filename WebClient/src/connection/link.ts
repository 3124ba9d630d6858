import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import type { Messages, Operations } from '../wire';
import { version } from '../wire/generated/version';
import { waitBeforeMs } from './backoff';

export type LinkState = 'connecting' | 'online' | 'reconnecting';

/** A start that hangs longer than this is given up and tried again. */
const startLimitMs = 4000;

/** The connection to the hub. Once opened it comes back by itself, for ever. */
export class Link {
  #connection: HubConnection;
  #wanted = false;
  #wasOnline = false;
  #looping = false;

  onState: (state: LinkState) => void = () => {};
  /** Runs after every (re)connect, before the link counts as online. */
  onOnline: () => Promise<void> = () => Promise.resolve();

  constructor(url: string) {
    this.#connection = new HubConnectionBuilder()
      .withUrl(`${url}?wire=${version}`)
      .withHubProtocol(new MessagePackHubProtocol())
      .configureLogging(LogLevel.None)
      .build();
    this.#connection.onclose(() => {
      if (this.#wanted) void this.#connect();
    });
  }

  on<Name extends keyof Messages>(name: Name, handle: (message: Messages[Name]) => void): void {
    this.#connection.on(name, handle);
  }

  call<Name extends keyof Operations>(
    name: Name,
    ...args: Parameters<Operations[Name]>
  ): Promise<ReturnType<Operations[Name]>> {
    return this.#connection.invoke<ReturnType<Operations[Name]>>(name, ...args);
  }

  open(): void {
    this.#wanted = true;
    void this.#connect();
  }

  /** Closes and opens again, so that a new cookie counts. */
  async reopen(): Promise<void> {
    this.#wanted = false;
    await this.#connection.stop();
    this.open();
  }

  async #connect(): Promise<void> {
    if (this.#looping) return;
    this.#looping = true;
    this.onState(this.#wasOnline ? 'reconnecting' : 'connecting');
    for (let attempt = 0; this.#wanted; attempt++) {
      await sleep(waitBeforeMs(attempt));
      if (!(await this.#start())) continue;
      try {
        await this.onOnline();
      } catch {
        // The line broke again while coming back: the next attempt starts over.
        if (this.#state() !== HubConnectionState.Connected) continue;
      }
      this.#wasOnline = true;
      this.onState('online');
      break;
    }
    this.#looping = false;
    // A close between the last step and here found the loop busy and left it to us.
    if (this.#wanted && this.#state() === HubConnectionState.Disconnected) void this.#connect();
  }

  #state(): HubConnectionState {
    return this.#connection.state;
  }

  async #start(): Promise<boolean> {
    if (this.#state() === HubConnectionState.Connected) return true;
    const late = sleep(startLimitMs).then(() => false);
    const started = this.#connection.start().then(
      () => true,
      () => false,
    );
    if (await Promise.race([started, late])) return true;
    await this.#connection.stop().catch(() => {});
    return false;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
