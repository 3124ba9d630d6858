using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Formats;
using OpsGame.Server.Push;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Hubs;

/// <summary>Puts a connection into a seat, takes it out again, and says so in the contract's words.</summary>
internal sealed class Seats(
    Audience audience, SeatTokens tokens, IScenarioSource scenarios, CatalogueMapper catalogue, Refusals refusals,
    IHubContext<DrillHub, IDrillClient> hub, ILogger<Seats> logger)
{
    public async Task<SeatAnswer> Sit(HubCallerContext connection, Seating seating)
    {
        if (seating.Room is not { } room || seating.Person is not { } person)
            return new SeatAnswer(null, refusals.View(seating.Refusal));
        await Rise(connection);
        var drill = room.Drill;
        // An instructor begins with the first team in view; an observer chose one or looks around.
        var team = person.Team ?? (person.Role == SeatRole.Instructor ? drill.Teams[0].Id : null);
        var seat = new HeldSeat(
            drill.Id, person.Id, person.Name, person.Role, drill.Solo, team, drill.ScenarioHash, drill.Sandbox);
        (Caller.Of(connection).Seat, Caller.Of(connection).LostSeat) = (seat, null);
        await audience.Enter(connection.ConnectionId, drill.Id, new Sitter(person.Id, why => _ = End(connection, seat, why)));
        if (seat.Estate is { } estate) await audience.Watch(connection.ConnectionId, estate, drill.ScenarioHash);
        return new SeatAnswer(await View(room, person, tokens.Seal(drill.Id, person.Id), team), null);
    }

    /// <summary>The room as seen from the door: a seat nobody sits in.</summary>
    public async Task<SeatAnswer> FromTheDoor(RoomState room) =>
        new(await View(room, new Person("", "", SeatRole.Observer, null, false), token: "", team: null), null);

    /// <summary>Turns a watcher to another team's estate.</summary>
    public async Task Turn(HubCallerContext connection, HeldSeat seat, string team)
    {
        if (seat.Estate is { } before) audience.Unwatch(connection.ConnectionId, before);
        Caller.Of(connection).Seat = seat with { Team = team };
        await audience.Watch(connection.ConnectionId, new EstateKey(seat.Drill, team), seat.ScenarioHash);
    }

    /// <summary>The connection leaves its seat; the seat stays its person's.</summary>
    public async Task Rise(HubCallerContext connection)
    {
        var caller = Caller.Of(connection);
        if (caller.Seat is not { } seat) return;
        caller.Seat = null;
        if (seat.Estate is { } estate) audience.Unwatch(connection.ConnectionId, estate);
        await audience.Exit(connection.ConnectionId, seat.Drill);
    }

    /// <summary>The seat has ended elsewhere; whoever sits here is told. Nobody waits for it.</summary>
    private async Task End(HubCallerContext connection, HeldSeat seat, RefusalCode why)
    {
        var caller = Caller.Of(connection);
        if (caller.Seat is not { } held || (held.Drill, held.Player) != (seat.Drill, seat.Player)) return;
        caller.LostSeat = why;
        try
        {
            await Rise(connection);
            await hub.Clients.Client(connection.ConnectionId)
                .SeatEnded(new EndedSeat(seat.Drill, seat.Player, refusals.Of(why).Text));
        }
        catch (Exception failure)
        {
            // It has no power any more: its estate and its drill know.
            logger.LogWarning(
                failure, "A connection of seat {Seat} in drill {Drill} was not told of its end", seat.Player, seat.Drill);
        }
    }

    private async Task<Seat> View(RoomState room, Person person, string token, string? team)
    {
        var drill = room.Drill;
        var scenario = await scenarios.Load(drill.ScenarioHash);
        return new Seat(
            token, drill.Id, drill.Code, person.Id, person.Name, Kebab.Of(person.Role), team, CatalogueMapper.View(scenario),
            CatalogueMapper.Actions(scenario), catalogue.Faults(), catalogue.Failures(), RoomMapper.View(room));
    }
}
