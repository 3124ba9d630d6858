import { componentOf } from '../kinds';
import { usersId } from '../kinds/users/state';
import type { World } from '../world/world';
import { Record } from './record';

/** What the server keeps no history of: this screen's own, from its first frame on. */
class Past {
  #of = '';
  #users = new Record(null);

  /** A frame was taken. */
  take(world: World): void {
    const of = `${world.drill}/${world.team}`;
    if (of !== this.#of || world.timeMs < (this.#users.times.at(-1) ?? 0) * 1000) this.#users = new Record(null);
    this.#of = of;
    const users = componentOf(world, usersId);
    if (users) this.#users.add(world.timeMs, users);
  }

  /** Null: nothing is kept of it here. */
  of(id: string): Record | null {
    return id === usersId ? this.#users : null;
  }
}

export const past = new Past();
