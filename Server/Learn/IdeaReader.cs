using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Runs;
using OpsGame.Simulation;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Learn;

/// <summary>A page's file → the idea, or everything that is wrong with it.</summary>
internal static class IdeaReader
{
    private const int Some = 8;
    private const int MostText = 400;

    /// <summary>Simulated time of a film is bounded, so its work is.</summary>
    private const long MostNs = 120 * Nanoseconds.PerSecond;

    private static readonly Notation<string> Words = Notations.Text(MostText);

    private static readonly Notation<SeriesPath> Path = new(
        "wrong-type", "a reading, such as page.p95", new Shape("string", "reading"),
        SeriesPath.TryParse, value => value.ToString());

    public static Idea Read(string text, string file)
    {
        var reading = new Reading(file, library: true);
        var tree = YamlTree.Read(text, reading);
        reading.ThrowIfFailed();
        var root = new MapReader(tree!, "the page", reading);
        var moment = Notations.Duration.Between(0, MostNs);
        var knobs = root.List("knobs", "knob", Some, required: true).Select(ReadKnob).ToImmutableArray();
        var figures = root.List("figures", "figure", Some, required: true).Select(ReadFigure).ToImmutableArray();
        var idea = new Idea(
            root.Read("id", Notations.Id, ""),
            root.Read("order", Notations.Count, 0),
            root.Texts("title", ""), root.Texts("sentence", ""), root.Texts("text", ""), root.Texts("seen", ""),
            root.Texts("try", ""),
            root.Read("drill", Notations.Id, ""),
            root.Read("system", Notations.Id, ""),
            root.Read("from", moment, 0), root.Read("until", moment, 0),
            root.ReadOr("speed", 1, Notations.Number.Between(0.5, 4)),
            knobs, figures, ReadBet(root, knobs, figures));
        root.Close();
        if (idea.UntilNs <= idea.FromNs) reading.Add(root.At("until"), "out-of-range", "'until' should be after 'from'");
        reading.ThrowIfFailed();
        return idea;
    }

    private static Knob ReadKnob(MapReader map)
    {
        var values = Parts(map.Read("values", Words, ""));
        var named = map.Has("names") ? map.Texts("names", "") : null;
        var usual = map.Read("usual", Notations.OneOf(values), "");
        ImmutableArray<LocalText> names = named is null
            ? []
            : [.. Parts(named.En).Zip(Parts(named.Ko), (en, ko) => new LocalText(en, ko))];
        if (!names.IsEmpty && names.Length != values.Length)
            map.Reading.Add(map.At("names"), "out-of-range", "there should be as many names as values, in both languages");
        var knob = new Knob(
            map.Read("id", Notations.Id, ""), map.Texts("title", ""), Parts(map.Read("set", Words, "")), values, names,
            values.IndexOf(usual));
        map.Close();
        return knob;
    }

    private static Figure ReadFigure(MapReader map)
    {
        var figure = new Figure(
            map.Read("of", Path, default), map.ReadOr("over", Over.Mean, Notations.OneOf<Over>()), map.Texts("title", ""));
        map.Close();
        return figure;
    }

    private static Bet ReadBet(MapReader root, ImmutableArray<Knob> knobs, ImmutableArray<Figure> figures)
    {
        var map = root.Map("bet", required: true);
        var nothing = new LocalText("", "");
        if (map is null) return new Bet(nothing, "", 0, 0, [], nothing);
        var knob = map.Read("knob", Notations.Reference("knob", [.. knobs.Select(one => one.Id)]), "");
        var values = knobs.FirstOrDefault(one => one.Id == knob)?.Values ?? [];
        var names = figures.Select(one => one.Of.ToString()).ToImmutableArray();
        var bet = new Bet(
            map.Texts("question", ""), knob,
            values.IndexOf(map.Read("turn", Notations.OneOf(values), "")),
            names.IndexOf(map.Read("figure", Notations.OneOf(names), "")),
            [.. map.List("answers", "answer", Some, required: true).Select(ReadAnswer)],
            map.Texts("because", ""));
        map.Close();
        return bet;
    }

    private static BetAnswer ReadAnswer(MapReader map)
    {
        double? under = map.Has("under") ? map.Read("under", Notations.Number, 0) : null;
        var answer = new BetAnswer(map.Texts("text", ""), under);
        map.Close();
        return answer;
    }

    private static ImmutableArray<string> Parts(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
