namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>
/// Target tracking with a behaviour, as Kubernetes' horizontal pod autoscaler decides (replica_calculator.go, horizontal.go): the
/// load asks for a number, the windows steady it, the rates bound how far it may go at once.
/// </summary>
public static class Autoscaler
{
    /// <summary>Of the rounding of a quotient that is a whole number.</summary>
    private const double Dust = 1e-9;

    /// <param name="current">Servers there or on their way.</param>
    /// <param name="ready">Those whose load is counted; the others are set aside.</param>
    public static (int Wanted, ScalingMemory Memory) Wanted(
        ScalerState state, ScalingBehavior behavior, int current, int ready, long nowNs)
    {
        var memory = Kept(state.Memory ?? ScalingMemory.Empty, behavior, nowNs);
        var asked = Asked(state.Metric / state.Policy.Target, behavior.Tolerance, current, ready);
        var steady = Steady(memory, behavior, current, asked, nowNs);
        memory = memory with { Asked = memory.Asked.Add(new ServersAt(nowNs, asked)) };
        var wanted = steady > current ? Math.Min(steady, Most(memory, behavior.Up, current, nowNs))
            : steady < current ? Math.Max(steady, Least(memory, behavior.Down, current, nowNs))
            : current;
        wanted = Math.Clamp(wanted, Math.Min(state.Policy.Min, state.Policy.Max), state.Policy.Max);
        if (wanted != current) memory = memory with { Changes = memory.Changes.Add(new ServersAt(nowNs, wanted - current)) };
        return (wanted, memory);
    }

    /// <summary>
    /// Desired = ⌈ready × metric / target⌉. Who is not ready counts as idle when that would be more, and not at all when fewer.
    /// </summary>
    private static int Asked(double ratio, double tolerance, int current, int ready)
    {
        var asked = (int)Math.Ceiling(ready * ratio - Dust);
        if (ready == current || ratio <= 1) return Math.Abs(1 - ratio) <= tolerance ? current : asked;
        var diluted = ratio * ready / current;
        return diluted - 1 <= tolerance ? current : Math.Max(current, asked);
    }

    /// <summary>Of what was asked for within the windows, up the least counts, down the most.</summary>
    private static int Steady(ScalingMemory memory, ScalingBehavior behavior, int current, int asked, long nowNs)
    {
        var (up, down) = (asked, asked);
        foreach (var before in memory.Asked)
        {
            if (before.AtNs > nowNs - behavior.Up.WindowNs) up = Math.Min(up, before.Servers);
            if (before.AtNs > nowNs - behavior.Down.WindowNs) down = Math.Max(down, before.Servers);
        }

        return current < up ? up : Math.Min(current, down);
    }

    private static int Most(ScalingMemory memory, ScalingSide side, int current, long nowNs)
    {
        if (side.Select == RateChoice.Off) return current;
        var limits = side.Rates.Select(rate =>
        {
            var (came, went) = memory.Since(nowNs - rate.PeriodNs);
            var began = current - came + went;
            return rate.Percent ? (int)Math.Ceiling(began * (1 + rate.Amount / 100.0) - Dust) : began + rate.Amount;
        });
        return Math.Max(current, side.Select == RateChoice.Max ? limits.Max() : limits.Min());
    }

    private static int Least(ScalingMemory memory, ScalingSide side, int current, long nowNs)
    {
        if (side.Select == RateChoice.Off) return current;
        var limits = side.Rates.Select(rate =>
        {
            var (came, went) = memory.Since(nowNs - rate.PeriodNs);
            var began = current - came + went;
            return rate.Percent ? (int)(began * (1 - rate.Amount / 100.0) + Dust) : began - rate.Amount;
        });
        return Math.Min(current, side.Select == RateChoice.Max ? limits.Min() : limits.Max());
    }

    private static ScalingMemory Kept(ScalingMemory memory, ScalingBehavior behavior, long nowNs)
    {
        var asked = nowNs - Math.Max(behavior.Up.WindowNs, behavior.Down.WindowNs);
        var changed = nowNs - behavior.Up.Rates.Concat(behavior.Down.Rates).Max(rate => rate.PeriodNs);
        return new ScalingMemory(
            memory.Asked.RemoveAll(one => one.AtNs <= asked), memory.Changes.RemoveAll(one => one.AtNs <= changed));
    }
}
