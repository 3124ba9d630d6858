using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What happens when: traffic, releases and their windows, faults. Everything lies within the drill.</summary>
internal static class ScheduleReader
{
    private const int Most = 200;
    private const string Seconds = "seconds";
    private const string Amount = "amount";

    private static readonly Notation<string> AnyFault =
        Notations.OneOf([.. ActionCatalogue.All.Where(action => action.InstructorOnly).Select(fault => fault.Id)]);

    private static ImmutableSortedDictionary<string, string> NoArgs { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

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
        var id = map.Read("kind", AnyFault, "");
        var atNs = map.Read("at", Notations.Moment(durationNs), 0);
        if (ActionCatalogue.Find(id) is not IFault kind) return new FaultSpec(id, "", atNs, 0, NoArgs);
        var target = Target(map, kind.Target, estate);
        // a hang and a crash have no end of their own: a restart (the operator's, the supervisor's) ends them
        var forNs = kind.IsEndless ? 0 : map.Read("for", Settable.Duration(id, Seconds), Nanoseconds.PerSecond);
        var args = NoArgs;
        foreach (var parameter in ActionCatalogue.Find(id)!.Parameters)
            if (parameter.Name != Seconds) args = args.Add(parameter.Name, Argument(map, parameter));
        var fault = new FaultSpec(id, target, atNs, forNs, args);
        CheckProcess(map, fault, estate);
        if (id == "log-flood") CheckDisk(map, fault, estate);
        if (fault.AtNs + fault.ForNs > durationNs)
            map.Reading.Add(
                map.At("for"), "impossible",
                $"the fault should end within the drill of {Units.ShowDuration(durationNs)}");
        return fault;
    }

    /// <summary>A class that a fault names is one of the scenario's.</summary>
    public static void CheckClasses(MapReader root, Scenario scenario)
    {
        foreach (var fault in scenario.Faults)
            if (fault.Args.TryGetValue("class", out var id) && scenario.Classes.All(users => users.Id != id))
                root.Reading.Add(
                    root.At("faults"), "dangling", $"a fault names the class '{id}', but the scenario has no such class");
    }

    /// <summary>As a command has it; how strong a fault is must be said.</summary>
    private static string Argument(MapReader map, ParameterSpec parameter) => parameter.Kind.Shape == ParameterShape.Choice
        ? map.ReadOr(parameter.Name, parameter.Initial, Notations.OneOf(parameter.Choices))
        : parameter.Name == Amount
            ? parameter.Whole
                ? Show(map.Read(parameter.Name, Notations.Count.Between((int)parameter.Min, (int)parameter.Max), 1))
                : Show(map.Read(parameter.Name, Notations.Number.Between(parameter.Min, parameter.Max), 1))
            : parameter.Kind == UsersParameters.Class ? map.Read(parameter.Name, Notations.Id, "")
            : Show(map.ReadOr(parameter.Name, int.Parse(parameter.Initial, CultureInfo.InvariantCulture),
                Notations.Count.Between((int)parameter.Min, (int)parameter.Max)));

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static void CheckProcess(MapReader map, FaultSpec fault, Estate estate)
    {
        if (!fault.Args.TryGetValue("process", out var process)) return;
        var name = fault.Args["role"];
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var role = server?.Roles.FirstOrDefault(role => Kebab.Of(role.Role) == name);
        if (server is not null && role is null)
            map.Reading.Add(map.At("role"), "impossible", $"'{server.Id}' has no {name} processes that could crash alone");
        if (role is not null && int.Parse(process, CultureInfo.InvariantCulture) > role.Processes)
            map.Reading.Add(map.At("process"), "impossible", $"'{fault.Target}' has {role.Processes} {name} processes");
    }

    private static void CheckDisk(MapReader map, FaultSpec fault, Estate estate)
    {
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var size = estate.Sizes.FirstOrDefault(size => size.Id == server?.Size);
        if (size is null) return;
        if (size.DiskMiB == 0)
            map.Reading.Add(map.At("target"), "impossible",
                $"the disk of {size.Id} is endless, so logs cannot fill it; give the size a disk");
        else if (server!.Roles.All(role => role.LogKiB == 0))
            map.Reading.Add(map.At("target"), "impossible", $"'{server.Id}' logs nothing; give one of its roles a log");
    }

    /// <summary>Where there is one at most it need not be named.</summary>
    private static string Target(MapReader map, ComponentKind kind, Estate estate)
    {
        var reference = Notations.Reference(kind.Name, [.. estate.Names.Of(kind)]);
        return estate.Names.Usual(kind) is { } usual
            ? map.ReadOr("target", usual, reference)
            : map.Read("target", reference, "");
    }
}
