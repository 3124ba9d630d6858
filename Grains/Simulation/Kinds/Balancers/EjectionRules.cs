using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// Passive ejection: the engine counts failures and says when they are too many; who is left out, and for how long, is decided
/// here (Envoy's outlier detection).
/// </summary>
internal static class EjectionRules
{
    public static BalancerState Tick(BalancerState state, BalancerInput input, Ruling ruling)
    {
        for (var index = 0; index < state.Targets.Length; index++)
        {
            var target = state.Targets[index];
            var next = Readmit(Forget(target, state, input), state, input, ruling);
            if (next != target) state = BalancerRules.Replace(state, next);
        }

        foreach (var seen in input.Telemetry.Targets)
            if (seen.Tripped) state = Eject(state, seen.Server, input, ruling);
        return state;
    }

    /// <summary>Every base time without an ejection makes the next one shorter again.</summary>
    private static TargetState Forget(TargetState target, BalancerState state, BalancerInput input)
    {
        if (target.CalmNs == 0 || input.NowNs < target.CalmNs) return target;
        var left = target.Ejections - 1;
        return target with { Ejections = left, CalmNs = left == 0 ? 0 : input.NowNs + state.Forwarding.Ejection.BaseNs };
    }

    private static TargetState Readmit(TargetState target, BalancerState state, BalancerInput input, Ruling ruling)
    {
        var policy = state.Forwarding.Ejection;
        if (target.EjectedUntilNs == 0 || (input.NowNs < target.EjectedUntilNs && policy.Failures > 0)) return target;
        if (target.Attachment == Attachment.Attached) ruling.Say(BalancerEvents.TargetReadmitted, target.Server);
        return target with { EjectedUntilNs = 0, CalmNs = input.NowNs + policy.BaseNs };
    }

    private static BalancerState Eject(BalancerState state, string server, BalancerInput input, Ruling ruling)
    {
        var policy = state.Forwarding.Ejection;
        var index = BalancerRules.IndexOf(state, server);
        if (index < 0 || policy.Failures == 0) return state;
        var target = state.Targets[index];
        if (target.Attachment != Attachment.Attached || target.EjectedUntilNs > 0 || !HasRoom(state)) return state;
        var lasts = Math.Min(policy.MostNs, policy.BaseNs * (target.Ejections + 1));
        ruling.Say(BalancerEvents.TargetEjected, server, Arguments.Seconds(lasts));
        return BalancerRules.Replace(state, target with
        {
            Ejections = target.Ejections + 1, EjectedUntilNs = input.NowNs + lasts, CalmNs = 0,
        });
    }

    /// <summary>One may always be left out.</summary>
    private static bool HasRoom(BalancerState state)
    {
        var (attached, ejected) = (0, 0);
        foreach (var target in state.Targets)
        {
            if (target.Attachment != Attachment.Attached) continue;
            attached++;
            if (target.EjectedUntilNs > 0) ejected++;
        }

        return ejected == 0 || ejected + 1 <= state.Forwarding.Ejection.Share * attached;
    }
}
