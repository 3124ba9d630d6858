using System.Collections.Immutable;
using OpsGame.Server.Runs;
using OpsGame.Simulation;

namespace OpsGame.Server.Comparison;

/// <summary>A strategy on one scenario, over all seeds.</summary>
/// <param name="Rank">One more than there are strategies that are really better here.</param>
/// <param name="Behind">Its score less the best one's, seed by seed, so that both had the same luck.</param>
/// <param name="ServersLeast">At worst over all seeds; likewise MemoryMost and Connections.</param>
internal sealed record ComparedStrategy(
    string Id, LocalText Title, int Rank, Interval Score, Interval Behind, Interval Failed, Interval P99Ms,
    Interval RolloutSeconds,
    Interval Spent, int ServersLeast, double MemoryMost, int Connections, ImmutableArray<int> Scores)
{
    /// <summary>Scores are whole points: a difference that may be less than one is none.</summary>
    private const double Visible = 1;

    /// <summary>Best mean first, ties by cost, then as they are named.</summary>
    public static ImmutableArray<ComparedStrategy> Order(ImmutableArray<Played> played)
    {
        var ordered =
            played.OrderByDescending(each => each.Mean(run => run.Score)).ThenBy(each => each.Mean(run => run.Spent)).ToArray();
        return
        [
            .. ordered.Select(each => Of(each, ordered[0], 1 + ordered.Count(other => Between(each, other).High < -Visible))),
        ];
    }

    private static ComparedStrategy Of(Played played, Played best, int rank) => new(
        played.Id, played.Title, rank, played.Over(run => run.Score), Between(played, best), played.Over(run => run.Failed),
        played.Over(run => run.P99Ms), played.Over(run => run.RolloutSeconds), played.Over(run => run.Spent),
        played.Runs.Min(run => run.ServersLeast), RunJson.Round(played.Runs.Max(run => run.MemoryMost)),
        played.Runs.Max(run => run.Connections), [.. played.Runs.Select(run => run.Score)]);

    private static Interval Between(Played one, Played other) =>
        Interval.Of([.. one.Runs.Zip(other.Runs, (left, right) => (double)(left.Score - right.Score))]);

    /// <summary>A strategy's runs, in the order of their seeds.</summary>
    internal sealed record Played(string Id, LocalText Title, ImmutableArray<ComparedRun> Runs)
    {
        public double Mean(Func<ComparedRun, double> figure) => Runs.Average(figure);

        public Interval Over(Func<ComparedRun, double> figure) => Interval.Of([.. Runs.Select(figure)]);
    }
}
