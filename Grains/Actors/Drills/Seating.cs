using OpsGame.Simulation.Commands;

namespace OpsGame.Grains.Drills;

/// <summary>Somebody's seat and the room around it, or why not.</summary>
[GenerateSerializer, Immutable]
public sealed record Seating([property: Id(0)] RoomState? Room, [property: Id(1)] Person? Person, [property: Id(2)] Refusal? Refusal)
{
    public static Seating Of(RoomState room, Person person) => new(room, person, null);

    public static Seating Refused(Refusal refusal) => new(null, null, refusal);
}

/// <summary>A drill somebody wants. Seed null: drawn. Solo: one team of one, running at once.</summary>
[GenerateSerializer, Immutable]
public sealed record NewDrill(
    [property: Id(0)] string? Scenario,
    [property: Id(1)] string Name,
    [property: Id(2)] System.Collections.Immutable.ImmutableArray<string> Teams,
    [property: Id(3)] ulong? Seed,
    [property: Id(4)] bool Solo);

/// <summary>A seat somebody wants. Team null: the smallest.</summary>
[GenerateSerializer, Immutable]
public sealed record SeatRequest([property: Id(0)] string Name, [property: Id(1)] SeatRole Role, [property: Id(2)] string? Team);
