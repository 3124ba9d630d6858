using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Server.Kinds.Caches;
using OpsGame.Server.Kinds.Scalers;
using OpsGame.Server.Kinds.Users;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>A scenario file's text → the scenario, or everything that is wrong with it.</summary>
public static class ScenarioReader
{
    private const long Second = Nanoseconds.PerSecond;

    /// <summary>Reads a file. Outside the library a measured station may do without texts, objectives and score.</summary>
    /// <param name="fileName">As problems name it.</param>
    /// <exception cref="ScenarioException">With as many problems as could be found in one go.</exception>
    public static Scenario Read(string text, string fileName, bool library = false) => Read(text, fileName, library, []);

    /// <summary>Reads a file with some of its values set otherwise; the content hash is then of both.</summary>
    internal static Scenario Read(string text, string fileName, bool library, IReadOnlyList<Setting> settings) =>
        Read(text, new Reading(fileName, library), settings);

    internal static Scenario Read(string text, Reading reading, IReadOnlyList<Setting> settings)
    {
        var tree = YamlTree.Read(text, reading);
        reading.ThrowIfFailed();
        foreach (var setting in settings) SettingPath.Set(tree!, setting, reading);
        reading.ThrowIfFailed();
        var root = new MapReader(tree!, "the scenario", reading, reading.Format);
        var scenario = Read(root, Hash(string.Join('\n', [text, .. settings.Select(setting => setting.Source)])));
        root.Close();
        reading.ThrowIfFailed();
        return scenario;
    }

    private static Scenario Read(MapReader root, string hash)
    {
        var id = root.Read("id", Notations.Id, "");
        var durationNs = root.Read("duration", Notations.Duration.Between(10 * Second, Limits.DrillNs), Limits.DrillNs);
        var estate = EstateReader.Read(root);
        ImmutableArray<DrawSpec> draws;
        var scenario = new Scenario(
            id,
            Whole(root, "version", 1, 1_000_000),
            hash,
            Whole(root, "order", 0, 1000),
            Whole(root, "difficulty", 1, 5),
            root.Texts("title", id), root.Texts("summary", id), root.Texts("teaches", id), root.Texts("brief", id),
            durationNs,
            ReadNetwork(root),
            ReadOperations(root),
            ClassReader.Read(root, estate),
            ScheduleReader.ReadTraffic(root, durationNs),
            estate.Sizes, estate.Racks, estate.Servers, estate.Balancer, estate.Cache, estate.Database,
            ScheduleReader.ReadReleases(root, estate, durationNs),
            FaultReader.Read(root, estate, durationNs),
            ScoreReader.ReadObjectives(root),
            ScoreReader.Read(root),
            estate.Edge, estate.Dns, estate.Tls, estate.Certificate)
        {
            Inner = estate.Inner,
            SpareCertificates = estate.SpareCertificates,
            AppBreaker = estate.AppBreaker,
            More = estate.Parts,
            Scalers = ScalerReader.Read(root, estate, durationNs),
            Causes = CauseReader.Read(root, estate, durationNs),
            Draws = draws = FaultReader.ReadDraws(root, estate, durationNs),
            Hints = TeachingReader.ReadHints(root, draws, durationNs),
            Notes = TeachingReader.ReadNotes(root),
        };
        scenario = scenario with
        {
            CacheOffer = CacheReader.ReadOffer(root, scenario, estate.Names),
            Bet = BetReader.Read(root, estate, scenario.Classes, durationNs),
        };
        FaultReader.CheckClasses(root, scenario);
        EntryCheck.Of(root, scenario.Classes, estate);
        CheckCount(root, estate);
        return scenario;
    }

    /// <summary>Required in the library, the least value elsewhere.</summary>
    private static int Whole(MapReader root, string key, int least, int most)
    {
        var notation = Notations.Count.Between(least, most);
        return root.Reading.Library ? root.Read(key, notation, least) : root.ReadOr(key, least, notation);
    }

    private static NetworkSpec ReadNetwork(MapReader root)
    {
        if (root.Is("network", "none")) return new NetworkSpec(0, 0, 0, OtherZoneNs: 0);
        var usual = new NetworkSpec(10 * Nanoseconds.PerMillisecond, 200_000, 500_000);
        if (root.Map("network", says: "the defaults of its keys") is not { } map) return usual;
        var delay = Notations.Duration.Between(0, 10 * Second);
        var network = new NetworkSpec(
            map.ReadOr("internet", usual.InternetNs, delay),
            map.ReadOr("same-rack", usual.SameRackNs, delay),
            map.ReadOr("other-rack", usual.OtherRackNs, delay),
            map.ReadOr("keep-alive", usual.KeepAliveNs, Notations.Duration.Between(Nanoseconds.PerMillisecond, 3600 * Second)),
            map.ReadOr("other-zone", usual.OtherZoneNs, delay));
        map.Close();
        return network;
    }

    private static OperationsSpec ReadOperations(MapReader root)
    {
        var usual = new OperationsSpec(60 * Second, 10 * Second, 2 * Second, 20 * Second);
        if (root.Map("operations", says: "the defaults of its keys") is not { } map) return usual;
        var time = Notations.Duration.Between(Second / 4, 3600 * Second);
        var operations = new OperationsSpec(
            map.ReadOr("boot", usual.BootNs, time), map.ReadOr("restart", usual.RestartNs, time),
            map.ReadOr("reload", usual.ReloadNs, time), map.ReadOr("install", usual.InstallNs, time),
            map.ReadOr("shutdown-timeout", 0, Settable.Duration("switch-port", "shutdown", "none")))
        {
            PreStopNs = map.ReadOr("pre-stop", 0, Settable.Duration("set-pre-stop", "seconds")),
        };
        map.Close();
        return operations;
    }

    private static void CheckCount(MapReader root, Estate estate)
    {
        if (estate.Names.Count > Limits.Components)
            root.Reading.Add(
                root.Node, "impossible",
                $"{estate.Names.Count} components are more than the {Limits.Components} an estate may have");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
