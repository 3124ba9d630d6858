import type { Point } from '../drawing/geometry';
import { rows, type Seats } from '../kinds/seats';
import type { Station } from '../kinds/station';

/** What somebody does at a station. */
export type Doing = 'work' | 'wait' | 'held';

/** A place at a station; its points move with the drawing, so it is known by its number. */
export interface Seat {
  readonly room: Room;
  readonly at: number;
}

/** The seats for one thing at one station. */
interface Room {
  points: readonly Point[];
  readonly taken: boolean[];
}

/** Who sits where: the first seat that is free. Who finds none is not drawn: a number says how many there are. */
export class Seating {
  readonly #rooms = new Map<string, Room>();

  /** After a change of what is drawn; who sits keeps the number of the seat. */
  arrange(stations: ReadonlyMap<string, Station>, seats: ReadonlyMap<string, Seats>, scale: number): void {
    for (const [name, station] of stations) {
      const known = seats.get(name);
      this.#set(`${name} work`, known?.work ?? rows(station.work, scale));
      this.#set(`${name} wait`, known?.wait ?? rows(station.wait, scale));
      if (known?.held) this.#set(`${name} held`, known.held);
      else this.#rooms.delete(`${name} held`);
    }
  }

  take(station: string, doing: Doing): Seat | null {
    const room = this.#rooms.get(`${station} ${doing}`) ?? this.#rooms.get(`${station} work`);
    if (!room) return null;
    let at = 0;
    while (room.taken[at]) at++;
    room.taken[at] = true;
    return { room, at };
  }

  #set(name: string, points: readonly Point[]): void {
    const room = this.#rooms.get(name);
    if (room) room.points = points;
    else this.#rooms.set(name, { points, taken: [] });
  }
}

export function leave({ room, at }: Seat): void {
  room.taken[at] = false;
}

/** Null: beyond what there is room for. */
export function pointOf({ room, at }: Seat): Point | null {
  return room.points[at] ?? null;
}
