using System.Collections.Immutable;

namespace OpsGame.Simulation.Scores;

public enum ScorePart
{
    Service,
    Cost,
    Response,
    Delivery,

    /// <summary>What hints cost; taken off the rest.</summary>
    Hints,
}

/// <summary>The score so far; Total is the sum of the lines, 0–1000.</summary>
[GenerateSerializer, Immutable]
public sealed record ScoreSheet(int Total, ImmutableArray<ScoreLine> Lines);

/// <summary>One line: so many points, because. The text is made from Code and Args.</summary>
[GenerateSerializer, Immutable]
public sealed record ScoreLine(
    ScorePart Part, int Points, string Code, ImmutableArray<string> Args)
{
    public ScoreLine(ScorePart part, int points, ScoreCode code, ImmutableArray<string> args)
        : this(part, points, code.Name, args)
    {
    }
}
