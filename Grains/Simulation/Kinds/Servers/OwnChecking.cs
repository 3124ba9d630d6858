using System.Globalization;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>
/// A server's own checks while it runs, as the kubelet does them: startup first, then liveness and readiness. Processes that are
/// not alive are restarted, all of the server's; one that is not ready tells its balancer.
/// </summary>
public static class OwnChecking
{
    private static readonly CheckKind[] Kinds = [CheckKind.Startup, CheckKind.Liveness, CheckKind.Readiness];

    /// <summary>It runs, and its own checks say so.</summary>
    public static bool IsReady(ServerState state) =>
        state.Lifecycle == Lifecycle.Running && (state.Health?.Ready ?? state.Checks is null);

    /// <summary>Its processes have just started.</summary>
    internal static OwnHealth Begin(OwnChecks checks, long nowNs) => new(
        nowNs, checks.Startup is null, checks is { Startup: null, Readiness: null },
        First(checks.Startup, nowNs), First(checks.Liveness, nowNs), First(checks.Readiness, nowNs));

    /// <summary>Its processes have run for long; its checks go on somewhere within their intervals.</summary>
    /// <param name="phase">Where, 0–1.</param>
    internal static ServerState Running(ServerState state, double phase) => state.Checks is not { } checks ? state : state with
    {
        Health = new OwnHealth(
            0, true, true, new CheckTally(0, 0, 0), Within(checks.Liveness, phase), Within(checks.Readiness, phase)),
    };

    internal static ServerState Watch(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.Checks is not { } checks) return state;
        if (state.Lifecycle != Lifecycle.Running) return state.Health is null ? state : state with { Health = null };
        var health = state.Health ?? Begin(checks, input.NowNs);
        foreach (var result in input.Telemetry.Checks)
        {
            if (result.SentNs < health.SinceNs || checks.Of(result.Kind) is not { } check) continue;
            health = health.With(result.Kind, health.Of(result.Kind).Counted(result.Ok));
            health = Judge(health, checks, result.Kind, check, ruling);
            if (result.Kind == CheckKind.Readiness || health.Of(result.Kind).FailedInRow < check.Failures) continue;
            ruling.Say(
                result.Kind == CheckKind.Liveness ? ServerEvents.LivenessFailed : ServerEvents.StartupFailed,
                check.Failures.ToString(CultureInfo.InvariantCulture));
            return ServerLifecycle.Interrupt(
                state with { Health = null }, Lifecycle.Restarting, input.NowNs + input.Context.RestartNs, ruling);
        }

        health = Send(state.Id, health, checks, input.NowNs, ruling);
        return ReferenceEquals(health, state.Health) ? state : state with { Health = health };
    }

    private static OwnHealth Judge(OwnHealth health, OwnChecks checks, CheckKind kind, OwnCheck check, Ruling ruling)
    {
        var tally = health.Of(kind);
        switch (kind)
        {
            case CheckKind.Startup when !health.Started && tally.OkInRow > 0:
                return health with { Started = true, Ready = checks.Readiness is null };
            case CheckKind.Readiness when health.Ready && tally.FailedInRow >= check.Failures:
                ruling.Say(ServerEvents.NotReady);
                return health with { Ready = false };
            case CheckKind.Readiness when !health.Ready && tally.OkInRow >= check.Successes:
                ruling.Say(ServerEvents.Ready);
                return health with { Ready = true };
            default:
                return health;
        }
    }

    private static OwnHealth Send(string server, OwnHealth health, OwnChecks checks, long nowNs, Ruling ruling)
    {
        foreach (var kind in Kinds)
        {
            var tally = health.Of(kind);
            if (checks.Of(kind) is not { } check || nowNs < tally.NextNs) continue;
            if (health.Started == (kind == CheckKind.Startup)) continue;
            ruling.Do(new SendCheck(server, kind, check.Deep, check.TimeoutNs));
            health = health.With(kind, tally with { NextNs = nowNs + check.IntervalNs });
        }

        return health;
    }

    private static CheckTally First(OwnCheck? check, long nowNs) => new(nowNs + (check?.DelayNs ?? 0), 0, 0);

    private static CheckTally Within(OwnCheck? check, double phase) => new((long)(phase * (check?.IntervalNs ?? 0)), 0, 0);
}
