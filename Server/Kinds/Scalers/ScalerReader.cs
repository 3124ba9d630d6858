using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Scalers;

/// <summary>Auto scalers: one a tier at most.</summary>
internal static class ScalerReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const string Action = "set-scaling";
    private const int MostSteps = 10;
    private const int MostEntries = 100;

    public static ImmutableArray<ScalerSpec> Read(MapReader root, Estate estate, long durationNs)
    {
        var scalers = ImmutableArray.CreateBuilder<ScalerSpec>();
        foreach (var map in root.List("scalers", "scaler", Enum.GetValues<Tier>().Length))
        {
            var scaler = new ScalerSpec(
                estate.Names.ClaimOr(map, "scaler", ScalerState.Kind),
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
            CheckSize(map, scaler, estate);
            if (scalers.Any(other => other.Tier == scaler.Tier))
                map.Reading.Add(map.At("tier"), "duplicate", "another scaler already cares for these servers");
            map.Close();
            scalers.Add(scaler);
        }

        return scalers.ToImmutable();
    }

    /// <summary>
    /// What it buys is like the first server of its tier, which must fit into the size: the rack would refuse it.
    /// </summary>
    private static void CheckSize(MapReader map, ScalerSpec scaler, Estate estate)
    {
        var like = estate.Servers.FirstOrDefault(server => scaler.Tier == TierOf(server, estate));
        var size = estate.Sizes.FirstOrDefault(size => size.Id == scaler.Size);
        var needed = like?.Roles.Where(role => role.Role != Role.Db).Sum(role => role.Processes * role.EachMiB) ?? 0;
        if (size is not null && needed > size.MemoryMiB)
            map.Reading.Add(
                map.At("size"), "impossible",
                $"the processes and threads of a server like '{like!.Id}' need {needed}MiB but {size.Id} has "
                + $"{size.MemoryMiB}MiB");
    }

    private static Tier? TierOf(ServerSpec server, Estate estate)
    {
        var roles = server.Roles.Select(role => role.Role).ToArray();
        return roles.Contains(Role.Worker) ? Tier.Worker
            : roles.Contains(Role.Web) || (roles.Contains(Role.App) && !estate.HasAppTier) ? Tier.Whole
            : roles.Contains(Role.App) ? Tier.App
            : null;
    }

    private static ScalingPolicy ReadPolicy(MapReader map, long durationNs)
    {
        var policy = new ScalingPolicy(
            map.ReadOr("policy", ScalingKind.Target, Notations.OneOf<ScalingKind>()),
            map.Read("min", Settable.Count(Action, "min"), 0),
            map.Read("max", Settable.Count(Action, "max"), ScalingSchedule.MostServers),
            map.ReadOr("target", 0.5, Settable.Number(Action, "target")),
            map.ReadOr("window", 60 * Second, Notations.Duration.Between(Second, 600 * Second)),
            map.ReadOr("cooldown", 300 * Second, Settable.Duration(Action, "cooldown")),
            map.ReadOr("warmup", 300 * Second, Settable.Duration(Action, "warmup")),
            map.ReadOr("in-below", 0.9, Notations.Number.Between(0.1, 1)),
            ReadSteps(map), ReadSchedule(map, durationNs), BehaviorReader.Read(map))
        {
            Connections = map.ReadOr("connections", 0, Notations.Count.Between(1, Limits.LongLived).Or("cpu", 0)),
            Backlog = map.ReadOr("backlog", 0, Notations.Count.Between(1, Limits.Messages).Or("cpu", 0)),
        };
        if (!policy.MinIsBelowMax)
            map.Reading.Add(map.At("max"), "impossible", $"max should be at least the {policy.Min} of min");
        if (policy.Kind != ScalingKind.Target && policy.Behavior is not null)
            map.Reading.Add(map.At("behavior"), "impossible", "only the policy target has a behavior");
        if (!policy.StepsAreApart)
            map.Reading.Add(map.At("steps"), "impossible", "every step below should lie under every step above");
        if (policy.Kind == ScalingKind.Step && policy.Steps.IsEmpty)
            map.Reading.Add(map.At("policy"), "missing-key", "the policy step needs 'steps'");
        if (policy.LacksSchedule)
            map.Reading.Add(map.At("policy"), "missing-key", "the policy schedule needs 'schedule'");
        return policy;
    }

    private static ImmutableArray<ScalingStep> ReadSteps(MapReader scaler)
    {
        var steps = ImmutableArray.CreateBuilder<ScalingStep>();
        foreach (var map in scaler.List("steps", "step", MostSteps))
        {
            var side = map.Read("when", Notations.OneOf<Side>(), Side.Above);
            steps.Add(new ScalingStep(
                side == Side.Above,
                map.Read("threshold", Settable.Number(Action, Kebab.Of(side)), 1),
                map.Read("change", Settable.Count(Action, "change"), 1)));
            map.Close();
        }

        return steps.ToImmutable();
    }

    private static ImmutableArray<ScheduledSize> ReadSchedule(MapReader scaler, long durationNs)
    {
        var entries = ImmutableArray.CreateBuilder<ScheduledSize>();
        foreach (var map in scaler.List("schedule", "entry", MostEntries))
        {
            var entry = new ScheduledSize(
                map.Read("at", Notations.Moment(durationNs), 0),
                map.Read("servers", Notations.Count.Between(0, ScalingSchedule.MostServers), 0));
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
