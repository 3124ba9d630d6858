import type { Room, Standings } from '../wire';

/** The room with how its teams stand now; with another number of teams the room itself is on its way. */
export function withStandings(room: Room, { drill, scores, services, spent }: Standings): Room {
  if (room.drill !== drill || room.teams.length !== scores.length) return room;
  const teams = room.teams.map((team, at) => ({
    ...team, score: scores[at] ?? 0, service: services[at] ?? 0, spent: spent[at] ?? 0,
  }));
  return { ...room, teams };
}
