using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// A balancer's rule: probes decide health, drains end, commands change it, and who serves follows.
/// With no healthy target left it fails open: every attached target serves.
/// </summary>
public static class BalancerRules
{
    private static readonly ActionSet<BalancerState, BalancerInput> Actions = new();

    public static Outcome<BalancerState> Tick(BalancerState state, BalancerInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        state = ForgetGone(state, input);
        var before = state;
        if (state.DownUntilNs > 0 && input.NowNs >= state.DownUntilNs)
        {
            state = state with { DownUntilNs = 0 };
            ruling.Do(new StartBalancer(state.Id));
            ruling.Say("balancer-running");
        }

        foreach (var probe in input.Telemetry.Probes) state = Judge(state, probe, ruling);
        if (state.EndpointLagNs != BalancerState.Deaf) state = Endpoints.Hear(state, input);
        state = EndDrains(state, input, ruling);
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        state = FailOpenOrNot(state, ruling);
        foreach (var target in state.Targets)
        {
            var serves = Serves(state, target);
            if (serves != ServedBefore(before, target.Server))
                ruling.Do(new SetTarget(state.Id, target.Server, serves, !state.FailOpen));
        }

        if (state.Limits != before.Limits) ruling.Do(new SetLimits(state.Id, state.Limits));

        if (state.DownUntilNs == 0) state = SendProbes(state, input, ruling);
        return ruling.With(state);
    }

    internal static BalancerState GoDown(BalancerState state, BalancerInput input, Ruling ruling)
    {
        ruling.Do(new CutBalancer(state.Id));
        return state with { DownUntilNs = input.NowNs + input.RestartNs };
    }

    /// <summary>Users' TLS ends at it.</summary>
    internal static bool ShakesHands(BalancerState state, ISpecs specs) =>
        specs.Spec<TlsSpec>() is { End: TlsEnd.Balancer } && specs.Specs<BalancerSpec>().FirstOrDefault()?.Id == state.Id;

    /// <summary>Users come to it themselves, with no other balancer in between.</summary>
    internal static bool MeetsUsers(BalancerState state, ISpecs specs) =>
        specs.Specs<BalancerSpec>().FirstOrDefault() is { } outer && outer.Id == state.Id;

    internal static BalancerState Replace(BalancerState state, TargetState target)
    {
        var index = IndexOf(state, target.Server);
        return state with { Targets = index < 0 ? state.Targets.Add(target) : state.Targets.SetItem(index, target) };
    }

    internal static int IndexOf(BalancerState state, string server)
    {
        for (var index = 0; index < state.Targets.Length; index++)
            if (state.Targets[index].Server == server) return index;
        return -1;
    }

    /// <summary>A removed server was detached before.</summary>
    private static BalancerState ForgetGone(BalancerState state, BalancerInput input)
    {
        for (var index = state.Targets.Length - 1; index >= 0; index--)
        {
            var target = state.Targets[index];
            if (target.Attachment == Attachment.Detached && !input.Servers.Any(server => server.Id == target.Server))
                state = state with { Targets = state.Targets.RemoveAt(index) };
        }

        return state;
    }

    private static BalancerState Judge(BalancerState state, Probe probe, Ruling ruling)
    {
        var index = IndexOf(state, probe.Server);
        if (index < 0) return state;
        var target = state.Targets[index];
        if (target.Attachment != Attachment.Attached) return state;
        var ok = probe.Result == ProbeResult.Ok;
        target = target with
        {
            OkInRow = ok ? target.OkInRow + 1 : 0,
            FailedInRow = ok ? 0 : target.FailedInRow + 1,
            LastProbe = probe.Result,
            LastProbeTookNs = probe.TookNs,
        };
        var health = target.Health switch
        {
            TargetHealth.Initial when ok => TargetHealth.Healthy,
            TargetHealth.Healthy when target.FailedInRow >= state.Check.UnhealthyAfter => TargetHealth.Unhealthy,
            TargetHealth.Unhealthy when target.OkInRow >= state.Check.HealthyAfter => TargetHealth.Healthy,
            var same => same,
        };
        if (health != target.Health)
            ruling.Say(health == TargetHealth.Healthy ? "target-healthy" : "target-unhealthy", probe.Server);
        return Replace(state, target with { Health = health });
    }

    private static BalancerState EndDrains(BalancerState state, BalancerInput input, Ruling ruling)
    {
        foreach (var target in state.Targets)
        {
            if (target.Attachment != Attachment.Draining) continue;
            var outstanding = Outstanding(input, target.Server);
            if (outstanding > 0 && input.NowNs < target.DrainEndsNs) continue;
            if (outstanding > 0) ruling.Do(new CutTarget(state.Id, target.Server));
            ruling.Say("target-drained", target.Server, outstanding.ToString(System.Globalization.CultureInfo.InvariantCulture));
            state = Replace(
                state, target with { Attachment = Attachment.Detached, DrainEndsNs = 0, LastProbe = ProbeResult.None });
        }

        return state;
    }

    private static int Outstanding(BalancerInput input, string server)
    {
        foreach (var target in input.Telemetry.Targets)
            if (target.Server == server) return target.Outstanding;
        return 0;
    }

    private static BalancerState FailOpenOrNot(BalancerState state, Ruling ruling)
    {
        var attached = state.Targets.Where(target => target is { Attachment: Attachment.Attached, Weight: > 0 }).ToArray();
        var open = attached.Length > 0 && !Array.Exists(attached, target => target.Health == TargetHealth.Healthy);
        if (open == state.FailOpen) return state;
        ruling.Say(open ? "balancer-fails-open" : "balancer-recovered");
        return state with { FailOpen = open };
    }

    /// <summary>A target of weight 0 is checked, but gets nothing; nor does one that says itself that it is not ready.</summary>
    private static bool Serves(BalancerState state, TargetState target) =>
        target is { Attachment: Attachment.Attached, Weight: > 0, Ready: true }
        && (state.FailOpen || target.Health == TargetHealth.Healthy);

    private static bool? ServedBefore(BalancerState before, string server)
    {
        var index = IndexOf(before, server);
        return index < 0 ? null : Serves(before, before.Targets[index]);
    }

    /// <summary>A new target is asked as soon as it runs, not an interval after it did not run yet.</summary>
    private static bool IsStarting(TargetState target, BalancerInput input) =>
        target.Health == TargetHealth.Initial
        && input.Servers.Any(
            server => server.Id == target.Server && server.Lifecycle is (Lifecycle.Booting or Lifecycle.Restarting));

    private static BalancerState SendProbes(BalancerState state, BalancerInput input, Ruling ruling)
    {
        ImmutableArray<TargetState>.Builder? targets = null;
        for (var index = 0; index < state.Targets.Length; index++)
        {
            var target = state.Targets[index];
            if (target.Attachment != Attachment.Attached || input.NowNs < target.NextProbeNs || IsStarting(target, input))
                continue;
            ruling.Do(new SendProbe(state.Id, target.Server, state.Check.Path, state.Check.TimeoutNs));
            targets ??= state.Targets.ToBuilder();
            targets[index] = target with { NextProbeNs = input.NowNs + state.Check.IntervalNs };
        }

        return targets is null ? state : state with { Targets = targets.ToImmutable() };
    }
}
