using MessagePack;

namespace OpsGame.Load.Chaos;

// The fields chaos looks at beside those of the load clients.

[MessagePackObject]
public sealed record Seating([property: Key("seat")] HeldSeat? Seat, [property: Key("refusal")] Refusal? Refusal);

[MessagePackObject]
public sealed record HeldSeat(
    [property: Key("token")] string Token, [property: Key("drill")] string Drill, [property: Key("code")] string Code,
    [property: Key("team")] string? Team);
