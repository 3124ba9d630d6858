using System.Collections.Immutable;
using OpsGame.Server.Runs;
using OpsGame.Simulation;

namespace OpsGame.Server.Learn;

/// <summary>One idea on one page: its texts, and a small system on the real engine that shows it.</summary>
/// <param name="Sentence">The idea in one sentence, as cards show it.</param>
/// <param name="Seen">What the system shows, for who does not see it move.</param>
/// <param name="Drill">The scenario that drills it.</param>
/// <param name="FromNs">Where its film begins; until then the system only fills.</param>
/// <param name="Speed">Of the film: 1 is as in life.</param>
internal sealed record Idea(
    string Id,
    int Order,
    LocalText Title,
    LocalText Sentence,
    LocalText Text,
    LocalText Seen,
    LocalText Try,
    string Drill,
    string System,
    long FromNs,
    long UntilNs,
    double Speed,
    ImmutableArray<Knob> Knobs,
    ImmutableArray<Figure> Figures,
    Bet Bet);

/// <summary>A value of the system that a reader may change.</summary>
/// <param name="Sets">Paths of the system's file, as --set takes them; <see cref="Plan"/>: the plan that is played.</param>
/// <param name="Values">As the file writes them.</param>
/// <param name="Names">For people, one a value; empty: the values themselves.</param>
/// <param name="Usual">The place of the value it begins with.</param>
internal sealed record Knob(
    string Id, LocalText Title, ImmutableArray<string> Sets, ImmutableArray<string> Values, ImmutableArray<LocalText> Names,
    int Usual)
{
    public const string Plan = "plan";
}

/// <summary>How the seconds of a film become one figure.</summary>
internal enum Over
{
    Mean,
    Most,
    Least,
    Sum,
    Last,
}

/// <summary>A reading of the system that the page tells as a figure.</summary>
internal sealed record Figure(SeriesPath Of, Over Over, LocalText Title);

/// <summary>A question before a knob is turned; what happens then answers it.</summary>
/// <param name="Turn">The knob's value that decides, by its place.</param>
/// <param name="Figure">The place of the figure that decides.</param>
/// <param name="Answers">In order of the figure.</param>
/// <param name="Because">Why it comes out like that.</param>
internal sealed record Bet(
    LocalText Question, string Knob, int Turn, int Figure, ImmutableArray<BetAnswer> Answers, LocalText Because);

/// <summary>Right when the figure is under its limit and not under the limit of the one before; the last has none.</summary>
internal sealed record BetAnswer(LocalText Text, double? Under);
