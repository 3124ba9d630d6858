using OpsGame.Grains.Drills;
using OpsGame.Grains.Estates;

namespace OpsGame.Server.Hubs;

/// <summary>The connection's seat. Team: played (player) or watched (the others).</summary>
internal sealed record HeldSeat(string Drill, string Player, string Name, SeatRole Role, bool Solo, string? Team, string ScenarioHash)
{
    public EstateKey? Estate => Team is null ? null : new EstateKey(Drill, Team);

    /// <summary>May order the drill's clock.</summary>
    public bool Directs => Role == SeatRole.Instructor || (Solo && Role == SeatRole.Player);
}

/// <summary>What the server knows of one connection, kept in its items.</summary>
internal sealed class Caller(TimeProvider time)
{
    private const string Key = "caller";

    // Methods of one connection may overlap; a seat is replaced whole.
    private volatile HeldSeat? _seat;

    public HeldSeat? Seat
    {
        get => _seat;
        set => _seat = value;
    }

    public Allowance Allowance { get; } = new(time, burst: 20, perSecond: 10);

    /// <summary>Plans to be played: each is many seconds of a core.</summary>
    public Allowance Evaluations { get; } = new(time, burst: 5, perSecond: 0.1);

    public static Caller Of(Microsoft.AspNetCore.SignalR.HubCallerContext context) => (Caller)context.Items[Key]!;

    public static void Welcome(Microsoft.AspNetCore.SignalR.HubCallerContext context, TimeProvider time) => context.Items[Key] = new Caller(time);
}
