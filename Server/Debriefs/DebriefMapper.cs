using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Server.Blame;
using OpsGame.Server.Formats;
using OpsGame.Server.Runs;
using OpsGame.Server.Wire.Terms;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Debriefs;

/// <summary>A drill played again, and par's → what is shown of it.</summary>
internal static class DebriefMapper
{
    /// <summary>What a chart can show.</summary>
    private const int Points = 600;

    private const int MostMoves = 300;

    /// <summary>What happened so long before a turn may have turned it.</summary>
    private const long BeforeNs = 20 * Nanoseconds.PerSecond;

    /// <summary>The level is of the last ten seconds, so what turned it may be a moment later.</summary>
    private const long AfterNs = 3 * Nanoseconds.PerSecond;

    private const long AroundNs = 30 * Nanoseconds.PerSecond;

    private static readonly ImmutableArray<ScorePart> Parts = [.. Enum.GetValues<ScorePart>()];

    /// <param name="nothing">What comes of doing nothing; null: the drill was not played to its end.</param>
    /// <param name="others">Their scores, lowest first.</param>
    public static DebriefView View(
        EstateKey estate, Scenario scenario, PlayedRun own, PlayedRun? par, PlayedRun? nothing, ImmutableArray<int> others)
    {
        var sheet = own.Last.Score;
        var service = PlayedRun.LostOf(ScorePart.Service, scenario, sheet);
        var shares = Looking.Shares([.. own.Wrong.Select(wrong => wrong.Loss), own.Other], service);
        var told = own.Wrong.Zip(shares).Where(each => each.Second > 0 || each.First.WasBroken).ToImmutableArray();
        var better = par is null ? null : Looking.Move(own, par);
        var medals = nothing is null || par is null ? null : Medals.Between(nothing.Last.Score.Total, par.Last.Score.Total);
        return new DebriefView(
            estate.Drill, estate.Team, sheet.Total, own.Last.Ended,
            [.. Parts.Select(part => new PartLoss(Kebab.Of(part), PlayedRun.LostOf(part, scenario, sheet)))],
            [.. told.Select(each => View(each.First, each.Second))], shares[^1],
            View(own, own.Told), par is null ? null : View(par, [.. par.Moves.Select(move => move.Told)]),
            Looking.Turning(own.Lost) is { } turn ? View(turn, [.. told.Select(each => each.First)], own, par) : null,
            better is null ? null : new BetterView(FeedMapper.View(better.Move.Told), Round(better.Own), Round(better.Par)),
            medals is null ? null : new MedalsView(medals.Gold, medals.Silver, medals.Bronze, nothing!.Last.Score.Total),
            new OthersView(others.Length, others.IsEmpty ? 0 : others[others.Length / 2]),
            scenario.Notes is { } notes && HasAllHappened(scenario, own.Last.NowNs) ? CatalogueMapper.View(notes) : null);
    }

    /// <summary>Notes speak of all that a scenario has in store.</summary>
    private static bool HasAllHappened(Scenario scenario, long nowNs) =>
        scenario.Causes.All(cause => cause.FromNs < nowNs) && scenario.Faults.All(fault => fault.AtNs < nowNs)
        && scenario.Draws.All(draw => draw.LatestNs < nowNs);

    private static CauseLoss View(Blamed wrong, int points) => new(
        Taxonomy.IdOf(wrong.Failure), wrong.Component, WireUnits.Ms(wrong.FromNs), WireUnits.Ms(wrong.UntilNs), points);

    private static RunView View(PlayedRun run, ImmutableArray<DomainEvent> told)
    {
        var step = Math.Max(1, (run.Levels.Length + Points - 1) / Points);
        var shown = Enumerable.Range(1, run.Levels.Length / step).Select(point => (point * step) - 1).ToArray();
        return new RunView(
            run.Last.Score.Total, WireUnits.Ms(step * Nanoseconds.PerSecond),
            [.. shown.Select(second => WireUnits.Share(run.Levels[second]))],
            [.. shown.Select(second => Round(run.Lost[second]))],
            [.. told.TakeLast(MostMoves).Select(FeedMapper.View)]);
    }

    private static TurnView View(Turn turn, ImmutableArray<Blamed> wrong, PlayedRun own, PlayedRun? par)
    {
        var atNs = turn.Second * Nanoseconds.PerSecond;
        return new TurnView(
            WireUnits.Ms(atNs), Round(turn.Before), Round(turn.After),
            Round(par is null ? 0 : Looking.After(par.Lost, turn.Second)),
            par is null || par.Levels.Length < turn.Second ? 1 : WireUnits.Share(par.Levels[turn.Second - 1]),
            [.. wrong.Index().Where(each => Around(each.Item.FromNs, BeforeNs, AfterNs)).Select(each => each.Index)],
            [.. wrong.Index().Where(each => each.Item.UntilNs < own.Last.NowNs && Around(each.Item.UntilNs, BeforeNs, AfterNs))
                .Select(each => each.Index)],
            [.. own.Moves.Where(move => Around(move.Told.AtNs, BeforeNs, AfterNs)).Select(move => FeedMapper.View(move.Told))],
            [.. ParMoves().Select(move => FeedMapper.View(move.Told))]);

        IEnumerable<Move> ParMoves() => par is null
            ? []
            : par.Moves.Where(move => !Looking.IsTalk(move.Given) && Around(move.Told.AtNs, AroundNs, AroundNs));

        bool Around(long momentNs, long before, long after) => momentNs >= atNs - before && momentNs <= atNs + after;
    }

    private static double Round(double points) => Math.Round(points, 1);
}
