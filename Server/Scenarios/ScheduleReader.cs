using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Scenarios;

/// <summary>What happens when: traffic, releases and their windows. Everything lies within the drill.</summary>
internal static class ScheduleReader
{
    private const int Most = 200;

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
                map.ReadIfChosen("lock-order", Notations.OneOf<LockOrder>(), "as each class says"),
                map.ReadOr("new-pages", false, Notations.Flag));
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
}
