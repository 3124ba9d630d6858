using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What the drill asks for, and how it counts.</summary>
internal static class ScoreReader
{
    /// <summary>All points of a drill.</summary>
    private const int Whole = 1000;

    private static readonly ImmutableArray<string> Parts = ["service", "cost", "response", "delivery"];

    private const int MostObjectives = 20;
    private const long Minute = 60 * Nanoseconds.PerSecond;

    /// <summary>For stations that are measured, not played: only the service counts.</summary>
    private static readonly ScoreSpec Plain = new(Whole, 0, 0, 0, Nanoseconds.PerSecond, Minute, 4 * Minute, 0.99);

    public static ImmutableArray<ObjectiveSpec> ReadObjectives(MapReader root)
    {
        var names = new TakenNames("objective");
        var objectives = ImmutableArray.CreateBuilder<ObjectiveSpec>();
        foreach (var map in root.List("objectives", "objective", MostObjectives, root.Reading.Library))
        {
            var id = names.Claim(map);
            objectives.Add(new ObjectiveSpec(id, map.Texts("text", id)));
            map.Close();
        }

        return objectives.ToImmutable();
    }

    public static ScoreSpec Read(MapReader root)
    {
        if (root.Map("score", root.Reading.Library, "only the service counts") is not { } map) return Plain;
        var weight = Notations.Count.Between(0, Whole);
        var par = map.Map("par", required: true);
        var time = Notations.Duration.Between(Nanoseconds.PerSecond, 60 * Minute);
        var score = new ScoreSpec(
            map.Read("service", weight, Whole), map.Read("cost", weight, 0), map.Read("response", weight, 0),
            map.Read("delivery", weight, 0),
            par?.Read("spend", Notations.Money.Between(1_000_000, 1_000_000 * Nanoseconds.PerSecond), 1) ?? 1,
            par?.Read("acknowledge", time, Minute) ?? Minute,
            par?.Read("mitigate", time, Minute) ?? Minute,
            map.Read("slo", Notations.Number.Between(0.5, 0.99999), 0.99));
        var sum = score.Service + score.Cost + score.Response + score.Delivery;
        if (sum != Whole && Parts.All(map.Has))
            map.Reading.Add(map.Node, "impossible", $"the weights of the score sum to {sum} but should sum to {Whole}");
        par?.Close();
        map.Close();
        return score;
    }
}
