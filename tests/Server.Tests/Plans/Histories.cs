using System.Globalization;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// The library's recorded histories: a line a drill, with the hash of its last tick, the digest of all it showed, its score.
/// Behaviour that changes raises <see cref="EngineVersion.Number"/>; then HISTORIES=write records them anew, to be reviewed like
/// code. A test run plays some seeds of each plan again, HISTORIES=all plays every one.
/// </summary>
internal static class Histories
{
    private const string Name = "tests/Server.Tests/Plans/histories.txt";

    private static readonly Lock Writing = new();

    private static readonly ulong[] Some = [1, 10];

    private static readonly string? Asked = Environment.GetEnvironmentVariable("HISTORIES");

    public static bool Writes => Asked == "write";

    /// <summary>The seeds that are played again: what changed behaviour shows with any of them.</summary>
    public static ulong[] Seeds => Writes || Asked == "all" ? PlayedPlan.TenSeeds : Some;

    /// <summary>The engine they were recorded with.</summary>
    public static int Engine => int.Parse(Lines()[0].Split(' ')[^1], CultureInfo.InvariantCulture);

    /// <summary>The lines of a scenario's plan, as <see cref="Of"/> gives them.</summary>
    public static string[] Recorded(string scenario, string plan) =>
        [.. Lines().Where(line => line.StartsWith($"{scenario} {plan} ", StringComparison.Ordinal))];

    /// <summary>What a plan scored with every seed of the ten, in their order.</summary>
    public static int[] Scores(string scenario, string plan) =>
        [.. Recorded(scenario, plan).Select(line => int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture))];

    public static string[] Of(string scenario, string plan, PlayedPlan played) =>
    [
        .. played.Worlds.Zip(played.Series, (world, series) => string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario} {plan} {world.Seed} {world.Last.Hash:x16} {series} {world.Last.Score.Total}")),
    ];

    public static void Record(string scenario, string plan, string[] played)
    {
        lock (Writing)
        {
            var others = File.Exists(Files.Path(Name)) ? Lines().Skip(1).Except(Recorded(scenario, plan)) : [];
            File.WriteAllLines(Files.Path(Name), [
                $"engine {EngineVersion.Number}", .. others.Concat(played).OrderBy(Key, StringComparer.Ordinal)]);
        }
    }

    /// <summary>Seeds in the order of their numbers.</summary>
    private static string Key(string line)
    {
        var words = line.Split(' ');
        return $"{words[0]} {words[1]} {words[2],4}";
    }

    private static string[] Lines() => File.ReadAllLines(Files.Path(Name));
}
