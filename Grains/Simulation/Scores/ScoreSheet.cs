using System.Collections.Immutable;

namespace OpsGame.Simulation.Scores;

public enum ScorePart
{
    Service,
    Cost,
    Response,
    Delivery,
}

/// <summary>The score so far; Total is the sum of the lines, 0–1000.</summary>
[GenerateSerializer, Immutable]
public sealed record ScoreSheet([property: Id(0)] int Total, [property: Id(1)] ImmutableArray<ScoreLine> Lines);

/// <summary>One line: so many points, because. The text is made from Code and Args.</summary>
[GenerateSerializer, Immutable]
public sealed record ScoreLine(
    [property: Id(0)] ScorePart Part, [property: Id(1)] int Points, [property: Id(2)] string Code, [property: Id(3)] ImmutableArray<string> Args);
