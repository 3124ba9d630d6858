using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// A balancer's rule: probes decide health, drains end, commands change it, and who serves follows.
/// With no healthy target left it fails open, unless it is told to refuse: every attached target serves.
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
            ruling.Say(BalancerEvents.Running);
        }

        state = Judge(state, input, ruling);
        state = EjectionRules.Tick(state, input, ruling);
        if (state.EndpointLagNs != BalancerState.Deaf) state = Endpoints.Hear(state, input);
        state = EndDrains(state, input, ruling);
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        state = FailOpenOrNot(state, ruling);
        for (var index = 0; index < state.Targets.Length; index++)
        {
            var target = state.Targets[index];
            var (serves, keeps) = (Serves(state, target), Keeps(state, target));
            if ((serves, keeps) != Before(before, target.Server, index))
                ruling.Do(new SetTarget(state.Id, target.Server, serves, !state.FailOpen, keeps));
        }

        if (state.Limits != before.Limits) ruling.Do(new SetLimits(state.Id, state.Limits));
        if (state.Forwarding != before.Forwarding) ruling.Do(new SetForwarding(state.Id, state.Forwarding));

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

    /// <param name="after">Where the search begins: who is asked for in turn is mostly the next one.</param>
    internal static int IndexOf(BalancerState state, string server, int after = -1)
    {
        for (var step = 1; step <= state.Targets.Length; step++)
        {
            var index = (after + step) % state.Targets.Length;
            if (state.Targets[index].Server == server) return index;
        }

        return -1;
    }

    /// <summary>A removed server was detached before.</summary>
    private static BalancerState ForgetGone(BalancerState state, BalancerInput input)
    {
        for (var index = state.Targets.Length - 1; index >= 0; index--)
        {
            var target = state.Targets[index];
            if (target.Attachment == Attachment.Detached && Find(input, target.Server) is null)
                state = state with { Targets = state.Targets.RemoveAt(index) };
        }

        return state;
    }

    private static BalancerState Judge(BalancerState state, BalancerInput input, Ruling ruling)
    {
        ImmutableArray<TargetState>.Builder? targets = null;
        var index = -1;
        foreach (var probe in input.Telemetry.Probes)
        {
            index = IndexOf(state, probe.Server, index);
            if (index < 0 || state.Targets[index].Attachment != Attachment.Attached) continue;
            targets ??= state.Targets.ToBuilder();
            targets[index] = Judged(targets[index], probe, state.Check, ruling);
        }

        return targets is null ? state : state with { Targets = targets.DrainToImmutable() };
    }

    private static TargetState Judged(TargetState target, Probe probe, HealthCheck check, Ruling ruling)
    {
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
            TargetHealth.Healthy when target.FailedInRow >= check.UnhealthyAfter => TargetHealth.Unhealthy,
            TargetHealth.Unhealthy when target.OkInRow >= check.HealthyAfter => TargetHealth.Healthy,
            var same => same,
        };
        if (health != target.Health)
            ruling.Say(
                health == TargetHealth.Healthy ? BalancerEvents.TargetHealthy : BalancerEvents.TargetUnhealthy, probe.Server);
        return target with { Health = health };
    }

    private static BalancerState EndDrains(BalancerState state, BalancerInput input, Ruling ruling)
    {
        foreach (var target in state.Targets)
        {
            if (target.Attachment != Attachment.Draining) continue;
            var (outstanding, sessions) = Held(input, target.Server);
            if ((outstanding > 0 || sessions > 0) && input.NowNs < target.DrainEndsNs) continue;
            if (outstanding > 0) ruling.Do(new CutTarget(state.Id, target.Server));
            ruling.Say(BalancerEvents.TargetDrained, target.Server, Count(outstanding));
            state = Replace(
                state, target with { Attachment = Attachment.Detached, DrainEndsNs = 0, LastProbe = ProbeResult.None });
        }

        return state;
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static (int Outstanding, int Sessions) Held(BalancerInput input, string server)
    {
        foreach (var target in input.Telemetry.Targets)
            if (target.Server == server) return (target.Outstanding, target.Sessions);
        return (0, 0);
    }

    /// <summary>None is healthy, or a smaller share than the panic threshold.</summary>
    private static BalancerState FailOpenOrNot(BalancerState state, Ruling ruling)
    {
        var (attached, healthy) = (0, 0);
        foreach (var target in state.Targets)
        {
            if (target is not { Attachment: Attachment.Attached, Weight: > 0 }) continue;
            attached++;
            if (IsTrusted(target)) healthy++;
        }

        var open = state.WhenNoneHealthy == WhenNoneHealthy.FailOpen && attached > 0
            && (healthy == 0 || healthy < state.Panic * attached);
        if (open == state.FailOpen) return state;
        if (!open) ruling.Say(BalancerEvents.Recovered);
        else if (healthy == 0) ruling.Say(BalancerEvents.FailsOpen);
        else ruling.Say(BalancerEvents.Panics, Count(healthy), Count(attached));
        return state with { FailOpen = open };
    }

    /// <summary>A target of weight 0 is checked, but gets nothing; nor does one that says itself that it is not ready.</summary>
    private static bool Serves(BalancerState state, TargetState target) =>
        target is { Attachment: Attachment.Attached, Weight: > 0, Ready: true } && (state.FailOpen || IsTrusted(target));

    private static bool IsTrusted(TargetState target) => target is { Health: TargetHealth.Healthy, EjectedUntilNs: 0 };

    /// <summary>While it drains, whoever has a cookie for it still comes.</summary>
    private static bool Keeps(BalancerState state, TargetState target) =>
        target.Attachment == Attachment.Draining && state.Forwarding.Sticky == Stickiness.Cookie;

    /// <param name="index">Where it stands now: mostly there it stood before.</param>
    private static (bool Serves, bool Keeps)? Before(BalancerState before, string server, int index)
    {
        if (index >= before.Targets.Length || before.Targets[index].Server != server) index = IndexOf(before, server);
        if (index < 0) return null;
        var target = before.Targets[index];
        return (Serves(before, target), Keeps(before, target));
    }

    /// <summary>A new target is asked as soon as it runs, not an interval after it did not run yet.</summary>
    private static bool IsStarting(TargetState target, BalancerInput input) =>
        target.Health == TargetHealth.Initial
        && Find(input, target.Server) is { Lifecycle: Lifecycle.Booting or Lifecycle.Restarting };

    private static ServerCondition? Find(BalancerInput input, string id)
    {
        foreach (var server in input.Servers)
            if (server.Id == id) return server;
        return null;
    }

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

        return targets is null ? state : state with { Targets = targets.DrainToImmutable() };
    }
}
