using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Scenarios;

/// <summary>The question that is asked about what comes, and what answers it.</summary>
internal static class BetReader
{
    private const string Prefix = "alert-";

    /// <summary>Every alert there is; a file leaves out what all codes begin with.</summary>
    private static readonly ImmutableArray<string> Alerts =
        [.. Named.AllOf(typeof(AlertKind)).Select(kind => kind.Name[Prefix.Length..])];

    public static BetSpec? Read(MapReader root, Estate estate, ImmutableArray<ClassSpec> classes, long durationNs)
    {
        if (root.Map("bet", says: "nobody is asked") is not { } map) return null;
        var moment = Notations.Moment(durationNs);
        var question = map.Texts("question", "");
        // what cannot be read is not also too early
        var fromNs = map.Read("from", moment, 0);
        var untilNs = map.Read("until", moment, fromNs + 1);
        var bet = new BetSpec(
            question, fromNs, untilNs, map.Read("decided", moment, Math.Max(untilNs + 1, durationNs)),
            ReadAnswers(map, [.. estate.Names.All.Except(Talk), .. classes.Select(users => users.Id)]),
            map.ReadIfThere("idea", Notations.Id, "") ?? "");
        if (bet.UntilNs <= bet.FromNs) map.Reading.Add(map.At("until"), "impossible", "bets should close after they open");
        if (bet.DecidedNs <= bet.UntilNs)
            map.Reading.Add(map.At("decided"), "impossible", "a bet should be decided after bets are closed");
        map.Close();
        return bet;
    }

    /// <summary>No alert is raised there.</summary>
    private static IEnumerable<string> Talk => [World.Incident, World.Hints, World.Bets];

    private static ImmutableArray<BetAnswer> ReadAnswers(MapReader bet, IReadOnlyCollection<string> places)
    {
        var answers = ImmutableArray.CreateBuilder<BetAnswer>();
        var (alert, place) = (Notations.OneOf(Alerts), Notations.Reference("component", places));
        foreach (var map in bet.List("answers", "answer", BetAnswer.Most, required: true))
        {
            var code = map.ReadIfThere("alert", alert, "", "none of the others happens");
            var component = map.ReadIfThere("component", place, "", "anywhere");
            var answer = new BetAnswer(map.Texts("text", ""), code is null ? "" : Prefix + code, component ?? "");
            if (answer.IsNone && component is not null)
                map.Reading.Add(map.At("component"), "impossible", "only an alert is raised somewhere; say which one");
            if (answers.Any(each => each.Alert == answer.Alert && each.Component == answer.Component))
                map.Reading.Add(map.Node, "duplicate", "this answer stands there already");
            answers.Add(answer);
            map.Close();
        }

        if (answers.Count > 0 && !answers.Any(answer => answer.IsNone))
            bet.Reading.Add(
                bet.At("answers"), "missing-key", "answers should have one without an alert: it is right when no other happens");
        return answers.ToImmutable();
    }
}
