using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>Auto scalers: one a tier at most.</summary>
internal static class ScalerReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostServers = 100;
    private const int MostSteps = 10;
    private const int MostEntries = 100;

    public static ImmutableArray<ScalerSpec> Read(MapReader root, Estate estate, long durationNs)
    {
        var scalers = ImmutableArray.CreateBuilder<ScalerSpec>();
        foreach (var map in root.List("scalers", "scaler", Enum.GetValues<Tier>().Length))
        {
            var scaler = new ScalerSpec(
                estate.Names.ClaimOr(map, "scaler", ComponentKind.Scaler),
                map.ReadOr("tier", Tier.Whole, Notations.OneOf<Tier>()),
                map.Read("size", Notations.Reference("size", [.. estate.Sizes.Select(size => size.Id)]), ""),
                ReadPolicy(map, durationNs),
                map.ReadOr("health-check", ScalerHealth.Server, Notations.OneOf<ScalerHealth>()),
                map.ReadOr("grace", 300 * Second, Notations.Duration.Between(0, 3600 * Second)));
            if (scaler.Tier == Tier.App && !estate.HasAppTier)
                map.Reading.Add(
                    map.At("tier"), "dangling", "no server has the app role and no web role beside servers with the web role");
            if (scaler.Tier == Tier.Worker && !estate.Has(Role.Worker))
                map.Reading.Add(map.At("tier"), "dangling", "no server has the worker role");
            if (scaler.Tier != Tier.Worker && scaler.Policy.Backlog > 0)
                map.Reading.Add(map.At("backlog"), "impossible", "only the workers' scaler goes by the queue's backlog");
            if (scalers.Any(other => other.Tier == scaler.Tier))
                map.Reading.Add(map.At("tier"), "duplicate", "another scaler already cares for these servers");
            map.Close();
            scalers.Add(scaler);
        }

        return scalers.ToImmutable();
    }

    private static ScalingPolicy ReadPolicy(MapReader map, long durationNs)
    {
        var servers = Notations.Count.Between(0, MostServers);
        var time = Notations.Duration.Between(0, 3600 * Second);
        var policy = new ScalingPolicy(
            map.ReadOr("policy", ScalingKind.Target, Notations.OneOf<ScalingKind>()),
            map.Read("min", servers, 0),
            map.Read("max", Notations.Count.Between(1, MostServers), MostServers),
            map.ReadOr("target", 0.5, Notations.Number.Between(0.05, 0.95)),
            map.ReadOr("window", 60 * Second, Notations.Duration.Between(Second, 600 * Second)),
            map.ReadOr("cooldown", 300 * Second, time),
            map.ReadOr("warmup", 300 * Second, time),
            map.ReadOr("in-below", 0.9, Notations.Number.Between(0.1, 1)),
            ReadSteps(map), ReadSchedule(map, durationNs), BehaviorReader.Read(map))
        {
            Backlog = map.ReadOr("backlog", 0, Notations.Count.Between(1, Limits.Messages).Or("cpu", 0)),
        };
        if (policy.Min > policy.Max)
            map.Reading.Add(map.At("max"), "impossible", $"max should be at least the {policy.Min} of min");
        if (policy.Kind != ScalingKind.Target && policy.Behavior is not null)
            map.Reading.Add(map.At("behavior"), "impossible", "only the policy target has a behavior");
        if (policy.Kind == ScalingKind.Step && policy.Steps.IsEmpty)
            map.Reading.Add(map.At("policy"), "missing-key", "the policy step needs 'steps'");
        if (policy.Kind == ScalingKind.Schedule && policy.Schedule.IsEmpty)
            map.Reading.Add(map.At("policy"), "missing-key", "the policy schedule needs 'schedule'");
        return policy;
    }

    private static ImmutableArray<ScalingStep> ReadSteps(MapReader scaler)
    {
        var steps = ImmutableArray.CreateBuilder<ScalingStep>();
        foreach (var map in scaler.List("steps", "step", MostSteps))
        {
            steps.Add(new ScalingStep(
                map.Read("when", Notations.OneOf<Side>(), Side.Above) == Side.Above,
                map.Read("threshold", Notations.Share, 1),
                map.Read("change", Notations.Count.Between(1, 50), 1)));
            map.Close();
        }

        var (highest, lowest) = (Nearest(steps, above: false), Nearest(steps, above: true));
        if (highest >= lowest)
            scaler.Reading.Add(scaler.At("steps"), "impossible", "every step below should lie under every step above");
        return steps.ToImmutable();
    }

    /// <summary>The threshold of a side that lies nearest to the other side.</summary>
    private static double Nearest(IEnumerable<ScalingStep> steps, bool above) => above
        ? steps.Where(step => step.Above).Select(step => step.Threshold).DefaultIfEmpty(2).Min()
        : steps.Where(step => !step.Above).Select(step => step.Threshold).DefaultIfEmpty(-1).Max();

    private static ImmutableArray<ScheduledSize> ReadSchedule(MapReader scaler, long durationNs)
    {
        var entries = ImmutableArray.CreateBuilder<ScheduledSize>();
        foreach (var map in scaler.List("schedule", "entry", MostEntries))
        {
            var entry = new ScheduledSize(
                map.Read("at", Notations.Moment(durationNs), 0), map.Read("servers", Notations.Count.Between(0, MostServers), 0));
            if (entries.Count > 0 && entry.AtNs <= entries[^1].AtNs)
                map.Reading.Add(map.At("at"), "impossible", "the entries of a schedule should stand in order of time");
            map.Close();
            entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    private enum Side
    {
        Above,
        Below,
    }
}
