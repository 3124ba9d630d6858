using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>How many servers there should be.</summary>
public static class ScalingDecision
{
    /// <summary>So near the target nothing happens (Kubernetes: horizontal-pod-autoscaler-tolerance).</summary>
    private const double Tolerance = 0.1;

    /// <summary>Of the rounding of a quotient that is a whole number.</summary>
    private const double Dust = 1e-9;

    /// <param name="current">Servers there or on their way.</param>
    /// <param name="warm">Those whose load is counted.</param>
    /// <param name="memory">What a policy with a behaviour remembers from now on.</param>
    public static int Wanted(ScalerState state, int current, int warm, long nowNs, out ScalingMemory? memory)
    {
        var policy = state.Policy;
        memory = state.Memory;
        if (policy.Kind == ScalingKind.Off) return current;
        var scheduled = policy.Schedule.LastOrDefault(entry => entry.AtNs <= nowNs)?.Desired;
        if (policy.Kind == ScalingKind.Schedule) return Bounded(scheduled ?? current, policy.Min, policy.Max);
        var full = state.Samples.Length * Nanoseconds.PerSecond >= policy.WindowNs;
        var least = Math.Max(policy.Min, scheduled ?? 0);
        if (policy is { Kind: ScalingKind.Target, Behavior: { } behavior })
        {
            if (!full || nowNs % behavior.EveryNs != 0) return Bounded(current, least, policy.Max);
            (var asked, memory) = Autoscaler.Wanted(state, behavior, current, warm, nowNs);
            return Bounded(asked, least, policy.Max);
        }

        var wanted = !full || nowNs < state.QuietUntilNs ? current
            : policy.Kind == ScalingKind.Target ? Track(state, current, warm)
            : Step(state, current, warm);
        return Bounded(wanted, least, policy.Max);
    }

    /// <summary>
    /// Desired = ⌈warm × metric / target⌉ (Kubernetes' horizontal pod autoscaler, AWS target tracking). Those still warming up
    /// count as there, not in the metric. Fewer: one at a time, and only well below the target.
    /// </summary>
    private static int Track(ScalerState state, int current, int warm)
    {
        var ratio = state.Metric / state.Policy.Target;
        var wanted = (int)Math.Ceiling(warm * ratio - Dust);
        if (ratio > 1 + Tolerance) return Math.Max(current, wanted);
        return ratio < state.Policy.InBelow && wanted < current && warm == current ? current - 1 : current;
    }

    private static int Step(ScalerState state, int current, int warm)
    {
        var up = state.Policy.Steps.Where(step => step.Above && state.Metric > step.Threshold).MaxBy(step => step.Threshold);
        if (up is not null) return Math.Max(current, warm + up.Change);
        var down = state.Policy.Steps.Where(step => !step.Above && state.Metric < step.Threshold).MinBy(step => step.Threshold);
        return down is null ? current : current - down.Change;
    }

    private static int Bounded(int wanted, int least, int most) => Math.Min(Math.Max(wanted, least), most);
}
