using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OpsGame.Server.Formats;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Scenarios;

/// <summary>What a drill says to those who ask, and to everybody when it is over.</summary>
internal static class TeachingReader
{
    private static readonly Regex Braces = new("\\{(target|clue)[^}]*\\}", RegexOptions.CultureInvariant);

    private const int MostHints = 10;
    private const int MostPoints = 200;
    private const int UsualPoints = 20;

    public static ImmutableArray<HintSpec> ReadHints(MapReader root, ImmutableArray<DrawSpec> draws, long durationNs)
    {
        var hints = ImmutableArray.CreateBuilder<HintSpec>();
        foreach (var map in root.List("hints", "hint", MostHints))
        {
            hints.Add(new HintSpec(
                map.ReadOr("from", 0, Notations.Moment(durationNs)),
                map.ReadOr("points", UsualPoints, Notations.Count.Between(0, MostPoints)),
                map.Texts("text", "")));
            CheckPlaces(map, hints[^1].Text, draws);
            map.Close();
        }

        return hints.ToImmutable();
    }

    /// <summary>A name in braces that nothing is drawn for would be shown as it stands, an unsaid clue as nothing.</summary>
    private static void CheckPlaces(MapReader map, LocalText text, ImmutableArray<DrawSpec> draws)
    {
        var known = draws.SelectMany((draw, index) => draw.Choices.Any(choice => choice.Clue is null)
            ? [Drawing.Name(Drawing.Target, index)]
            : new[] { Drawing.Name(Drawing.Target, index), Drawing.Name(Drawing.Clue, index) }).ToArray();
        foreach (var name in new[] { text.En, text.Ko }.SelectMany(one => Braces.Matches(one)).Select(match => match.Value))
            if (!known.Contains(name))
                map.Reading.Add(
                    map.At("text"), "dangling", known.Length == 0
                        ? $"the text has {name}, but the scenario draws no fault that it could name"
                        : $"the text has {name}, but what is drawn says only {string.Join(", ", known)}");
    }

    public static LocalText? ReadNotes(MapReader root) => root.Has("notes") ? root.Texts("notes", "") : null;
}
