import type { Text } from '../wire';
import type { Link } from './link';
import { anotherLink, isOrganiser, signInFromAddress, signOut } from './organiser';

/** Whether this browser is the organiser's. */
export class SignIn {
  #organiser = $state(false);
  #refused = $state.raw<Text | null>(null);
  readonly #link: Link;

  constructor(link: Link) {
    this.#link = link;
  }

  get organiser(): boolean {
    return this.#organiser;
  }

  /** Why somebody who wants to be the organiser, or was until now, is not. */
  get refused(): Text | null {
    return this.#refused;
  }

  /** The address may have the link's secret; `connect` is called once that is known. */
  async open(connect: () => void): Promise<void> {
    const tried = await signInFromAddress();
    connect();
    await this.check();
    if (tried?.yes === false) this.#refused = tried.why;
  }

  /** Whether this browser is still signed in; if it no longer is, it is told why. */
  async check(): Promise<void> {
    const answer = await isOrganiser();
    if (answer?.yes === false && answer.why === null) return;
    this.#organiser = answer?.yes === true;
    if (answer?.yes === false) this.#refused = answer.why;
    else if (answer !== null) this.#refused = null;
  }

  async out(everywhere: boolean): Promise<void> {
    const answer = await signOut(everywhere);
    if (!answer.yes) return this.check();
    this.#organiser = false;
    await this.#link.reopen();
  }

  /** Null: there is none to be had. */
  async anotherLink(): Promise<string | null> {
    const answer = await anotherLink();
    if (!answer.yes) await this.check();
    else await this.#link.reopen();
    return answer.yes ? answer.link : null;
  }
}
