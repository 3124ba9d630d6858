using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Scenarios;

/// <summary>What is really wrong and when: the answers to the question for the root cause.</summary>
internal static class CauseReader
{
    private const int Most = 50;
    private const int MostAnswers = 50;

    public static ImmutableArray<CauseSpec> Read(MapReader root, Estate estate, long durationNs)
    {
        var causes = ImmutableArray.CreateBuilder<CauseSpec>();
        foreach (var map in root.List("causes", "cause", Most, says: "nobody asks for root causes"))
        {
            var moment = Notations.Moment(durationNs);
            var fromNs = map.Read("from", moment, 0);
            var untilNs = map.ReadOr("until", durationNs, moment, "the drill's end");
            if (untilNs <= fromNs) map.Reading.Add(map.At("until"), "impossible", "a cause should end after it begins");
            causes.Add(new CauseSpec(ReadAnswers(map, estate), fromNs, untilNs));
            map.Close();
        }

        return causes.ToImmutable();
    }

    private static ImmutableArray<CauseAnswer> ReadAnswers(MapReader cause, Estate estate)
    {
        var answers = ImmutableArray.CreateBuilder<CauseAnswer>();
        var place = Place(estate);
        foreach (var map in cause.List("answers", "answer", MostAnswers, required: true))
        {
            var answer = new CauseAnswer(
                map.Read("failure", Notations.OneOf<FailureKind>(), FailureKind.RetryStorm),
                map.Read("component", place, ""));
            if (answers.Contains(answer)) map.Reading.Add(map.Node, "duplicate", "this answer stands there already");
            answers.Add(answer);
            map.Close();
        }

        return answers.ToImmutable();
    }

    /// <summary>
    /// What has a name from the start, and servers that are bought on the way: they are named after those that stand there.
    /// </summary>
    private static Notation<string> Place(Estate estate)
    {
        var known = estate.Names.All.Where(id => id is not (World.Incident or World.Hints or World.Bets)).ToArray();
        var families = estate.Servers.Select(server => Family(server.Id)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var reference = Notations.Reference("component", known);
        return reference with
        {
            TryRead = (string text, out string value) =>
                reference.TryRead(text, out value) || (Family(text) is { } family && families.Contains(family)),
        };
    }

    /// <summary>web of web-12; null: without a number.</summary>
    private static string? Family(string id) =>
        id.LastIndexOf('-') is > 0 and var dash && int.TryParse(id.AsSpan(dash + 1), out _) ? id[..dash] : null;
}
