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

  /** At another scale, or in another layout: rows in the middle of each station, until its drawing says more. */
  arrange(stations: ReadonlyMap<string, Station>, scale: number): void {
    for (const [name, station] of stations) this.set(name, { work: rows(station.work, scale), wait: rows(station.wait, scale) });
  }

  /** As a station is drawn now; who sits keeps the number of the seat. */
  set(station: string, { work, wait, held }: Seats): void {
    this.#put(`${station} work`, work);
    this.#put(`${station} wait`, wait);
    if (held) this.#put(`${station} held`, held);
    else this.#rooms.delete(`${station} held`);
  }

  take(station: string, doing: Doing): Seat | null {
    const room = this.#rooms.get(`${station} ${doing}`) ?? this.#rooms.get(`${station} work`);
    if (!room) return null;
    let at = 0;
    while (room.taken[at]) at++;
    room.taken[at] = true;
    return { room, at };
  }

  #put(name: string, points: readonly Point[]): void {
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
