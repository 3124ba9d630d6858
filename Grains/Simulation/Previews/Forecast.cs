using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Previews;

/// <summary>
/// A rollout in advance: its steps' own times, as if every health check agreed at once and every drain took its whole time.
/// </summary>
internal static class Forecast
{
    /// <summary>Orders, answers and a first probe of a step.</summary>
    private const long StepNs = Nanoseconds.PerSecond;

    public static Preview Of(RolloutState rollout, World world, Preview preview)
    {
        var options = rollout.Options;
        var takes = world.Scenario.Operations;
        string[] servers = [.. rollout.Batch, .. rollout.Waiting];
        var fleet = world.Servers.Where(server => servers.Contains(server.Id)).ToArray();
        var batches = Batches(rollout, world, servers.Length);
        var shifts = options.BySteps ? 3 : 1;
        var drainNs = world.Balancers.IsEmpty ? 0 : world.Balancers.Max(balancer => balancer.DrainNs);
        var forecast = options.Strategy switch
        {
            Strategy.BlueGreen =>
                (rollout.Step == RolloutStep.Provision ? takes.BootNs + (servers.Length * 2 * Nanoseconds.PerTick) : 0)
                + (4 * StepNs) + (shifts * options.BakeNs) + (options.KeepsOld ? 0 : drainNs + ServerLifecycle.StopGraceNs),
            Strategy.InServer =>
                batches * (takes.InstallNs + takes.RestartNs + (options.Restarts ? takes.RestartNs : takes.ReloadNs)
                    + options.BakeNs + (3 * StepNs)),
            // as many at once as surge and unavailable allow together
            Strategy.Replace =>
                Waves(options, servers.Length) * (takes.BootNs + drainNs + ServerLifecycle.StopGraceNs + (3 * StepNs))
                + options.BakeNs,
            _ => batches * (options.DrainNs + takes.InstallNs + takes.RestartNs + options.BakeNs + (3 * StepNs)),
        };
        var green = options.Strategy == Strategy.BlueGreen;
        var surge = options.Strategy == Strategy.Replace ? Math.Min(options.Surge, fleet.Length) : 0;
        return preview with
        {
            TakesNs = forecast,
            Bound = Bound.About,
            NanoDollarsPerHour = (green ? fleet : fleet.Take(surge)).Sum(server => server.Size.NanoDollarsPerHour),
            WhileItLasts = surge > 0 || (green && !options.KeepsOld),
            InFlight = options is { Strategy: Strategy.InServer, Restarts: true } ? InFlight.Cut : InFlight.Drained,
            Requests = 0,
        };
    }

    private static int Waves(RolloutOptions options, int servers)
    {
        var together = Math.Max(1, options.Surge + options.Unavailable);
        return (servers + together - 1) / together;
    }

    private static int Batches(RolloutState rollout, World world, int servers)
    {
        var first = Math.Max(1, rollout.Batch.Length);
        if (rollout.Options.Strategy != Strategy.Canary) return (servers + first - 1) / first;
        var all = world.Servers.Count(server => server.TakesUsers);
        var rest = Math.Max(1, (int)Math.Ceiling(rollout.Options.Fraction * all));
        return 1 + ((servers - 1 + rest - 1) / rest);
    }
}
