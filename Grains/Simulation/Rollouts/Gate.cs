using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Rollouts;

/// <summary>The gate of a rollout: users who fail or wait for too many seconds in a row roll it back by itself.</summary>
internal static class Gate
{
    /// <summary>One bad second is noise; these many in a row are not.</summary>
    public const int Seconds = 5;

    private const int LeastRequests = 5;

    public static RolloutState Watch(RolloutState state, RolloutInput input, Ruling ruling)
    {
        // the telemetry is of the last whole second
        if (state.Status != RolloutStatus.Running || input.NowNs % Nanoseconds.PerSecond != 0) return state;
        state = state with { Breached = IsBroken(state.Options, input) ? state.Breached + 1 : 0 };
        if (state.Breached < Seconds) return state;
        ruling.Say("rollout-gate", state.Version);
        return RolloutCommands.TurnBack(state, input, state.By, state.Command, ruling);
    }

    private static bool IsBroken(RolloutOptions options, RolloutInput input)
    {
        var failed = input.Classes.Sum(users => users.Failed);
        var finished = failed + input.Classes.Sum(users => users.Answered);
        if (finished >= LeastRequests && failed > options.MaxErrors * finished) return true;
        return options.MaxLatencyNs > 0
            && input.Classes.Any(users => users.Answered >= LeastRequests && users.Latency.P95 > options.MaxLatencyNs);
    }
}
