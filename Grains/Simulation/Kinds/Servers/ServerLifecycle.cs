using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>How a server boots, and how all its processes end.</summary>
internal static class ServerLifecycle
{
    /// <summary>How long a stopping server lets its requests finish.</summary>
    public const long StopGraceNs = 10 * Nanoseconds.PerSecond;

    /// <summary>
    /// It stops when what it has is done, or after the grace; before that it goes on taking requests for the pre-stop delay.
    /// </summary>
    public static ServerState Drain(ServerState state, ServerInput input, Ruling ruling)
    {
        var closesNs = input.NowNs + state.PreStopNs;
        if (closesNs == input.NowNs) ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
        return state with
        {
            Lifecycle = Lifecycle.Draining,
            LifecycleEndsNs = closesNs + StopGraceNs,
            ClosesNs = closesNs > input.NowNs ? closesNs : 0,
        };
    }

    /// <summary>Nothing runs on it, and nothing is about to.</summary>
    public static bool Stands(ServerState state) => state.Lifecycle is Lifecycle.Stopped or Lifecycle.Off;

    public static ServerState Boot(ServerState state, ServerInput input, Ruling ruling) =>
        ServerChanges.Become(state, ruling) with
        {
            Lifecycle = Lifecycle.Booting,
            LifecycleEndsNs = input.NowNs + input.Context.BootNs,
        };

    /// <summary>All processes end: what they held is lost, and a hang with it.</summary>
    public static ServerState Interrupt(ServerState state, Lifecycle lifecycle, long endsNs, Ruling ruling)
    {
        ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
        ruling.Do(new CutServer(state.Id));
        ruling.Do(new SetHung(state.Id, false));
        return state.Emptied() with { Lifecycle = lifecycle, LifecycleEndsNs = endsNs };
    }
}
