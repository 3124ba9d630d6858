using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack's rule: power and uplink come and go, and a free unit takes a new server.</summary>
public static class RackRules
{
    private static readonly ActionSet<RackState, RackInput> Actions = new();

    public static Outcome<RackState> Tick(RackState state, RackInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        if (!IsWhole(state))
        {
            state = state with
            {
                PowerReturnsNs = Rest(state.PowerReturnsNs, input.NowNs),
                FeedAReturnsNs = Rest(state.FeedAReturnsNs, input.NowNs),
                FeedBReturnsNs = Rest(state.FeedBReturnsNs, input.NowNs),
                UplinkReturnsNs = Rest(state.UplinkReturnsNs, input.NowNs),
            };
        }

        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        if (state.Powered != HasPower(state)) state = state with { Powered = HasPower(state) };
        return ruling.With(Tell(before, state, ruling));
    }

    /// <summary>Without a command its rule would return the state it is given.</summary>
    internal static bool IsIdle(RackState state) => IsWhole(state) && state.Powered == HasPower(state);

    private static bool IsWhole(RackState state) =>
        state is { PowerReturnsNs: 0, FeedAReturnsNs: 0, FeedBReturnsNs: 0, UplinkReturnsNs: 0 };

    private static long Rest(long returnsNs, long nowNs) => nowNs >= returnsNs ? 0 : returnsNs;

    /// <summary>One living feed is enough.</summary>
    private static bool HasPower(RackState state) =>
        state.PowerReturnsNs == 0
        && ((state.Feeds.HasFlag(PowerFeeds.A) && state.FeedAReturnsNs == 0)
            || (state.Feeds.HasFlag(PowerFeeds.B) && state.FeedBReturnsNs == 0));

    private static RackState Tell(RackState before, RackState now, Ruling ruling)
    {
        if (before.Powered != now.Powered) ruling.Say(now.Powered ? RackEvents.PowerBack : RackEvents.PowerLost);
        if (before.Uplinked == now.Uplinked) return now;
        ruling.Do(new SetUplink(now.Id, !now.Uplinked));
        ruling.Say(now.Uplinked ? RackEvents.UplinkBack : RackEvents.UplinkLost);
        return now;
    }

    /// <summary>Why no server can be added; null: one can, at this unit (−1: none is free).</summary>
    internal static RefusalCode? NoRoom(RackState state, RackInput input, int unit) =>
        !state.Powered ? RackRefusals.Dark
        : unit < 0 ? RackRefusals.Full
        : input.Context.Full ? RackRefusals.EstateFull
        : null;

    /// <summary>The server that was added from one state to the next; null: none.</summary>
    internal static string? Bought(RackState before, RackState after) =>
        after.Units.Where((server, unit) => server.Length > 0 && before.Units[unit].Length == 0).FirstOrDefault();
}
