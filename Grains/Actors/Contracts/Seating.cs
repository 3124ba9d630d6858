using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Contracts;

/// <summary>Somebody's seat and the room around it, or why not.</summary>
[GenerateSerializer, Immutable]
public sealed record Seating(
    [property: Id(0)] RoomState? Room, [property: Id(1)] Person? Person, [property: Id(2)] Refusal? Refusal)
{
    public static Seating Of(RoomState room, Person person) => new(room, person, null);

    public static Seating Refused(Refusal refusal) => new(null, null, refusal);
}

/// <summary>A drill somebody wants. Seed null: drawn. Solo: one team of one, running at once.</summary>
/// <param name="Address">Who wants it, as far as the server can see; empty: the organiser, whom no address binds.</param>
/// <param name="Browser">Fingerprint of the browser; empty: not known.</param>
/// <param name="EstatesPerAddress">Estates an address may have at a time.</param>
/// <param name="Again">The seed is that of a drill they know, which is over: nothing is to be found out by it.</param>
/// <param name="Sandbox">Alone, with all faults at hand and no score.</param>
/// <param name="Daily">The seed is that of the day: whoever likes may play it, also while others do.</param>
/// <param name="From">Practice from a moment of a drill that is over; null: from the start.</param>
[GenerateSerializer, Immutable]
public sealed record NewDrill(
    [property: Id(0)] string? Scenario,
    [property: Id(1)] string Name,
    [property: Id(2)] System.Collections.Immutable.ImmutableArray<string> Teams,
    [property: Id(3)] ulong? Seed,
    [property: Id(4)] bool Solo,
    [property: Id(5)] string Address = "",
    [property: Id(6)] string Browser = "",
    [property: Id(7)] int EstatesPerAddress = DrillLimits.LiveAtAnAddress,
    [property: Id(8)] bool Again = false,
    [property: Id(9)] bool Sandbox = false,
    [property: Id(10)] bool Daily = false,
    [property: Id(11)] Beginning? From = null);

/// <summary>A seat somebody wants. Team null: the one played from here already, or the smallest.</summary>
/// <param name="Browser">Fingerprint of the browser; empty: not known.</param>
/// <param name="Holds">The seat in this drill the connection has now; empty: none.</param>
[GenerateSerializer, Immutable]
public sealed record SeatRequest(
    [property: Id(0)] string Name,
    [property: Id(1)] SeatRole Role,
    [property: Id(2)] string? Team,
    [property: Id(3)] string Browser = "",
    [property: Id(4)] string Holds = "");
