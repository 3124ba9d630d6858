using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Records;
using OpsGame.Grains;
using OpsGame.Server.Doors;
using OpsGame.Server.TypeScript;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Hubs;

/// <summary>The connection's seat. Team: played (player) or watched (the others).</summary>
internal sealed record HeldSeat(
    string Drill, string Player, string Name, SeatRole Role, bool Solo, string? Team, string ScenarioHash,
    bool Sandbox = false)
{
    public EstateKey? Estate => Team is null ? null : new EstateKey(Drill, Team);

    /// <summary>May order the drill's clock.</summary>
    public bool Directs => Role == SeatRole.Instructor || (Solo && Role == SeatRole.Player);

    /// <summary>May break things.</summary>
    public bool Injects => Role == SeatRole.Instructor || (Sandbox && Role == SeatRole.Player);
}

/// <summary>What the server knows of one connection, kept in its items.</summary>
/// <param name="address">Where it comes from, as far as this server can see.</param>
/// <param name="browser">Fingerprint of the browser; empty: not known.</param>
internal sealed class Caller(TimeProvider time, string address, string browser)
{
    private const string Key = "caller";

    // Methods of one connection may overlap; a seat is replaced whole.
    private volatile HeldSeat? _seat;

    public HeldSeat? Seat
    {
        get => _seat;
        set => _seat = value;
    }

    /// <summary>Why it lost its seat without asking for that; null: it did not.</summary>
    public RefusalCode? LostSeat { get; set; }

    /// <summary>It was built with another version of the contract.</summary>
    public bool Outdated { get; private init; }

    public string Address => address;

    public string Browser => browser;

    /// <summary>What it asks for.</summary>
    public Allowance Questions { get; } = new(time, burst: 20, perSecond: 10);

    /// <summary>What it does: never refused because somebody looked around too fast.</summary>
    public Allowance Commands { get; } = new(time, burst: 20, perSecond: 10);

    /// <summary>Plans to be played: each is many seconds of a core.</summary>
    public Allowance Evaluations { get; } = new(time, burst: 5, perSecond: 0.1);

    public static Caller Of(HubCallerContext context) => (Caller)context.Items[Key]!;

    public static void Welcome(HubCallerContext context, TimeProvider time)
    {
        var http = context.GetHttpContext();
        // Who says none (a script, a test) is let try.
        var version = http?.Request.Query["wire"].ToString() ?? "";
        context.Items[Key] = new Caller(time, Addresses.Of(http?.Connection.RemoteIpAddress), BrowserCookie.Fingerprint(http))
        {
            Outdated = version.Length > 0 && version != WireVersion.Now,
        };
    }
}
