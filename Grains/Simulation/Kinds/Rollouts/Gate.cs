using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>
/// The gate of a rollout judges the new version by the answers of the servers that run it, as canary analysis does, while the
/// rollout watches it: what the rollout takes away to install is not the version's doing. Harm done elsewhere (to the database,
/// say) shows in the time its answers take.
/// </summary>
internal static class Gate
{
    /// <summary>A window is at least this long: failures within one bad second are not independent.</summary>
    public const int Seconds = 5;

    /// <summary>A window has at least this many answers; with few users it takes longer to fill.</summary>
    public const int LeastAnswers = 50;

    /// <summary>
    /// Before that nothing is called slow: the backlog from when servers were out of service is still being worked off.
    /// </summary>
    private const long SettlesNs = 5 * Nanoseconds.PerSecond;

    /// <summary>This many standard deviations above the allowed value are not chance.</summary>
    private const double Sigmas = 3;

    private const int MostSeconds = 600;

    public static RolloutState Watch(RolloutState state, RolloutInput input, Ruling ruling)
    {
        // the telemetry is of the last whole second
        if (state.Status != RolloutStatus.Running || !IsSet(state.Options) || input.NowNs % Nanoseconds.PerSecond != 0)
            return state;
        // whoever did nothing else from the second's begin to its end
        var watched = Watches(state) ? input.Telemetry.Where(server => IsPure(state, input, server)).ToArray() : [];
        var seen = watched.Where(server => state.Watched.Contains(server.Id)).ToArray();
        state = state with { Watched = [.. watched.Select(server => server.Id)] };
        if (seen.Length == 0) return state;
        state = state with { Window = Slide(state.Window.Add(Second(seen, SlowFrom(state, input)))) };
        if (!IsBroken(state)) return state;
        ruling.Say(RolloutEvents.Gate, state.Version);
        return RolloutRules.TurnBack(state, input, state.By, state.Command, ruling);
    }

    private static bool IsSet(RolloutOptions options) => options.MaxErrors < 1 || options.MaxLatencyNs > 0;

    /// <summary>The rollout keeps no server out of service.</summary>
    private static bool Watches(RolloutState state) => state.Step is RolloutStep.Shift or RolloutStep.Bake or RolloutStep.Remove;

    /// <summary>It runs the new version, and what it replaced on the other port holds nothing any more.</summary>
    private static bool IsPure(RolloutState state, RolloutInput input, ServerTelemetry telemetry) =>
        input.Server(telemetry.Id) is { Lifecycle: Lifecycle.Running, Switch: null } server && server.Version == state.Version
        && RolloutRules.Takes(server) && telemetry.Others.All(other => other.Busy.Sum() == 0);

    private static long SlowFrom(RolloutState state, RolloutInput input) =>
        state.Options.MaxLatencyNs > 0 && input.NowNs - state.StepStartedNs > SettlesNs
            ? state.Options.MaxLatencyNs
            : long.MaxValue;

    private static GateSecond Second(ServerTelemetry[] servers, long slowFromNs)
    {
        var (completed, errors, slow) = (0, 0, 0);
        foreach (var server in servers)
        {
            // what leaves the server: the role in front of the others
            var role = server.Roles.First(role => role.Role != Role.Db);
            completed += role.Completed;
            errors += role.Errors;
            if (role.Latency.P95 > slowFromNs) slow += role.Completed;
        }

        return new GateSecond(completed, errors, slow);
    }

    /// <summary>The fewest last seconds that make a window.</summary>
    private static ImmutableArray<GateSecond> Slide(ImmutableArray<GateSecond> window)
    {
        var answers = window.Sum(second => second.Answers);
        while (window.Length > MostSeconds || (window.Length > Seconds && answers - window[0].Answers >= LeastAnswers))
        {
            answers -= window[0].Answers;
            window = window.RemoveAt(0);
        }

        return window;
    }

    private static bool IsBroken(RolloutState state)
    {
        var answers = state.Window.Sum(second => second.Answers);
        if (state.Window.Length < Seconds || answers < LeastAnswers) return false;
        var allowed = state.Options.MaxErrors;
        var errors = state.Window.Sum(second => second.Errors);
        // binomial: of n answers n·p ± √(n·p·(1−p)) fail
        if (errors > allowed * answers + Sigmas * Math.Sqrt(allowed * (1 - allowed) * answers)) return true;
        // most answers are of seconds whose 95th percentile is too high
        return 2 * state.Window.Sum(second => second.Slow) > answers - errors;
    }
}
