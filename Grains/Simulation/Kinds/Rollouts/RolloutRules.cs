using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>A rollout's rule: commands, the gate, then its strategy's next step.</summary>
public static class RolloutRules
{
    private static readonly ActionSet<RolloutState, RolloutInput> Actions = new();

    /// <summary>A batch that is not healthy after this has failed.</summary>
    internal const long CheckTimeoutNs = 180 * Nanoseconds.PerSecond;

    public static Outcome<RolloutState> Tick(RolloutState state, RolloutInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        state = Gate.Watch(state, input, ruling);
        // orders given at the last tick are carried out in this one
        if (!IsIdle(state) && input.NowNs > state.StepStartedNs + Nanoseconds.PerTick)
            state = Proceed(state, input, ruling);
        return ruling.With(state);
    }

    /// <summary>Without a command nothing happens in it.</summary>
    internal static bool IsIdle(RolloutState state) => state.Status is not (RolloutStatus.Running or RolloutStatus.RollingBack);

    /// <summary>The first step of a strategy, forward or back.</summary>
    internal static RolloutState Begin(RolloutState state, RolloutInput input, Ruling ruling) => state.Options.Strategy switch
    {
        Strategy.BlueGreen => BlueGreen.Begin(state, input, ruling),
        Strategy.InServer => InServer.NextBatch(state, input, ruling),
        Strategy.Replace => Replacing.Begin(state, input, ruling),
        _ => InPlace.NextBatch(state, input, ruling),
    };

    /// <summary>Rolls back: what the rollout changed returns to the previous version.</summary>
    internal static RolloutState TurnBack(RolloutState state, RolloutInput input, string by, string command, Ruling ruling)
    {
        // going back is urgent: nobody watches between batches
        var options = state.Options with { BakeNs = 0 };
        state = state with
        {
            Status = RolloutStatus.RollingBack, Options = options, By = by, Command = command, Window = [], Watched = [],
        };
        if (options.Strategy == Strategy.BlueGreen) return BlueGreen.TurnBack(state, input, ruling);
        state = options.Strategy switch
        {
            Strategy.InServer => InServer.TurnBack(state, input),
            Strategy.Replace => Replacing.TurnBack(state, input),
            _ => InPlace.TurnBack(state, input, by, ruling),
        };
        return Begin(state with { Version = state.FromVersion, FromVersion = state.Version }, input, ruling);
    }

    internal static RolloutState Finish(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var back = state.Status == RolloutStatus.RollingBack;
        ruling.Say(back ? RolloutEvents.RolledBack : RolloutEvents.Done, state.Version);
        return state with
        {
            Status = back ? RolloutStatus.Idle : RolloutStatus.Done,
            Step = RolloutStep.None,
            StepEndsNs = 0,
            DoneNs = input.NowNs,
            Batch = [],
        };
    }

    internal static RolloutState Fail(RolloutState state, Ruling ruling)
    {
        ruling.Say(RolloutEvents.Failed, string.Join(", ", state.Batch), state.Version);
        return state with { Status = RolloutStatus.Failed, Step = RolloutStep.None };
    }

    /// <summary>Servers a version belongs on.</summary>
    internal static bool Takes(ServerState server) =>
        server.TakesUsers && server.Lifecycle is not (Lifecycle.Off or Lifecycle.Stopped);

    /// <summary>Servers of the next batch.</summary>
    internal static int BatchSize(RolloutState state, RolloutInput input)
    {
        var fleet = input.Servers.Count(server => server.TakesUsers);
        return state.Options.Strategy switch
        {
            Strategy.Rolling => 1,
            Strategy.Canary when state.Done.IsEmpty && state.Status == RolloutStatus.Running => 1,
            Strategy.Recreate => Math.Max(1, fleet),
            _ => Math.Max(1, (int)Math.Ceiling(state.Options.Fraction * fleet)),
        };
    }

    private static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        state = DropLost(state, input, ruling);
        return state.Options.Strategy switch
        {
            Strategy.BlueGreen => BlueGreen.Proceed(state, input, ruling),
            Strategy.InServer => InServer.Proceed(state, input, ruling),
            Strategy.Replace => Replacing.Proceed(state, input, ruling),
            _ => InPlace.Proceed(state, input, ruling),
        };
    }

    /// <summary>A server without power, or stopped, does not hold up the rollout; it keeps its version.</summary>
    private static RolloutState DropLost(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Step == RolloutStep.Remove) return state;
        foreach (var id in state.Batch)
        {
            if (input.Server(id) is not (null or { Lifecycle: Lifecycle.Off or Lifecycle.Stopped })) continue;
            ruling.Say(RolloutEvents.Skipped, id);
            state = state with { Batch = state.Batch.Remove(id) };
        }

        return state;
    }
}
