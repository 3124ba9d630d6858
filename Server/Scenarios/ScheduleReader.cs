using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What happens when: traffic, releases and their windows, faults. Everything lies within the drill.</summary>
internal static class ScheduleReader
{
    private const int Most = 200;
    private const string Users = "users";

    public static ImmutableArray<TrafficPoint> ReadTraffic(MapReader root, long durationNs)
    {
        var points = ImmutableArray.CreateBuilder<TrafficPoint>();
        foreach (var map in root.List("traffic", "point", Most, says: "factor 1 all the time"))
        {
            var point = new TrafficPoint(
                map.Read("at", Notations.Moment(durationNs), 0),
                map.Read("factor", Notations.Number.Between(0, 1000), 1));
            if (points.Count == 0 && point.AtNs != 0)
                map.Reading.Add(map.At("at"), "impossible", "the first point of the traffic should be at 0s");
            if (points.Count > 0 && point.AtNs <= points[^1].AtNs)
                map.Reading.Add(map.At("at"), "impossible", "the points of the traffic should stand in order of time");
            map.Close();
            points.Add(point);
        }

        return points.Count == 0 ? [new TrafficPoint(0, 1)] : points.ToImmutable();
    }

    public static ImmutableArray<ReleaseSpec> ReadReleases(MapReader root, Estate estate, long durationNs)
    {
        var (time, factor) = (Notations.Moment(durationNs), Notations.Number.Between(0.01, 100));
        var versions = estate.Servers.Select(server => server.Version).ToHashSet(StringComparer.Ordinal);
        var releases = ImmutableArray.CreateBuilder<ReleaseSpec>();
        foreach (var map in root.List("releases", "release", Most))
        {
            var version = map.Read("version", Notations.Version, "");
            var work = map.Map("work", says: "as before");
            var release = new ReleaseSpec(
                version,
                map.Texts("title", version),
                work?.ReadOr("web", 1, factor) ?? 1, work?.ReadOr("app", 1, factor) ?? 1, work?.ReadOr("db", 1, factor) ?? 1,
                map.ReadOr("errors", 0, Notations.Share),
                map.Read("from", time, 0), map.Read("until", time, durationNs),
                map.ReadOr("leak", 0, Notations.Leak),
                map.ReadOr("coexists", true, Notations.Flag),
                map.ReadIfChosen("lock-order", Notations.OneOf<LockOrder>(), "as each class says"));
            if (!versions.Add(version))
                map.Reading.Add(
                    map.At("version"), "duplicate",
                    $"'{version}' runs already or is released twice; choose another version");
            if (release.FromNs >= release.UntilNs)
                map.Reading.Add(map.At("until"), "impossible", "the window of a release should end after it begins");
            work?.Close();
            map.Close();
            releases.Add(release);
        }

        return releases.ToImmutable();
    }

    public static ImmutableArray<FaultSpec> ReadFaults(MapReader root, Estate estate, long durationNs)
    {
        var faults = ImmutableArray.CreateBuilder<FaultSpec>();
        foreach (var map in root.List("faults", "fault", Most))
        {
            faults.Add(ReadFault(map, estate, durationNs));
            map.Close();
        }

        // The world walks through them in order of time; a file may tell its story in another order.
        return [.. faults.OrderBy(fault => fault.AtNs)];
    }

    private static FaultSpec ReadFault(MapReader map, Estate estate, long durationNs)
    {
        var kind = map.Read("kind", Notations.OneOf<FaultKind>(), FaultKind.TrafficSurge);
        var atNs = map.Read("at", Notations.Moment(durationNs), 0);
        var time = Notations.Duration.Between(Nanoseconds.PerSecond, 3600 * Nanoseconds.PerSecond);
        var factor = Notations.Number.Between(kind == FaultKind.TrafficSurge ? 0.1 : 1.1, kind == FaultKind.LogFlood ? 10_000 : 100);
        // A hang and a crash have no end of their own: a restart (the operator's, the supervisor's) ends them.
        var endless = kind is FaultKind.ServerHang or FaultKind.ServerCrash or FaultKind.ProcessCrash or FaultKind.BalancerCrash;
        var strong = kind is FaultKind.ServerSlow or FaultKind.DatabaseSlow or FaultKind.ReplicationLag or FaultKind.TrafficSurge or FaultKind.LogFlood;
        var fault = new FaultSpec(
            kind, Target(map, kind, estate), atNs,
            endless ? 0 : map.Read("for", time, Nanoseconds.PerSecond),
            strong ? map.Read("amount", factor, 1) : 1);
        if (kind == FaultKind.Firewall) fault = fault with { From = map.ReadOr("from", Sender.Any, Notations.OneOf<Sender>()) };
        if (kind == FaultKind.ProcessCrash) fault = ReadProcess(map, fault, estate);
        if (kind == FaultKind.LogFlood) CheckDisk(map, fault, estate);
        if (fault.AtNs + fault.ForNs > durationNs)
            map.Reading.Add(
                map.At("for"), "impossible",
                $"the fault should end within the drill of {Units.ShowDuration(durationNs)}");
        return fault;
    }

    private static FaultSpec ReadProcess(MapReader map, FaultSpec fault, Estate estate)
    {
        fault = fault with
        {
            Role = map.ReadOr("role", Role.App, Notations.OneOf<Role>()),
            Process = map.ReadOr("process", 1, Notations.Count.Between(1, Limits.Processes)),
        };
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var role = server?.Roles.FirstOrDefault(role => role.Role == fault.Role && role.Role != Role.Db);
        if (server is not null && role is null)
            map.Reading.Add(map.At("role"), "impossible", $"'{server.Id}' has no {Kebab.Of(fault.Role)} processes that could crash alone");
        if (role is not null && fault.Process > role.Processes)
            map.Reading.Add(map.At("process"), "impossible", $"'{fault.Target}' has {role.Processes} {Kebab.Of(fault.Role)} processes");
        return fault;
    }

    private static void CheckDisk(MapReader map, FaultSpec fault, Estate estate)
    {
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var size = estate.Sizes.FirstOrDefault(size => size.Id == server?.Size);
        if (size is null) return;
        if (size.DiskMiB == 0)
            map.Reading.Add(map.At("target"), "impossible", $"the disk of {size.Id} is endless, so logs cannot fill it; give the size a disk");
        else if (server!.Roles.All(role => role.LogKiB == 0))
            map.Reading.Add(map.At("target"), "impossible", $"'{server.Id}' logs nothing; give one of its roles a log");
    }

    private static string Target(MapReader map, FaultKind kind, Estate estate) => kind switch
    {
        FaultKind.RackPower or FaultKind.RackUplink => map.Read("target", Notations.Reference("rack", [.. estate.Racks.Select(rack => rack.Id)]), ""),
        FaultKind.DatabaseSlow or FaultKind.ReplicationLag => estate.Database is { } database
            ? map.ReadOr("target", database.Id, Notations.Reference("database", [database.Id]))
            : map.Read("target", Notations.Reference("database", []), ""),
        FaultKind.BalancerCrash => estate.Balancer is { } balancer
            ? map.ReadOr("target", balancer.Id, Notations.Reference("balancer", [balancer.Id]))
            : map.Read("target", Notations.Reference("balancer", []), ""),
        FaultKind.FeedPower => map.Read("target", Notations.Reference("power feed", [World.FeedA, World.FeedB]), ""),
        FaultKind.TrafficSurge => map.ReadOr("target", Users, Notations.Reference("target", [Users])),
        _ => map.Read("target", Notations.Reference("server", [.. estate.Servers.Select(server => server.Id)]), ""),
    };
}
