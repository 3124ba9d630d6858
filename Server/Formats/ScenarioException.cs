using System.Collections.Immutable;

namespace OpsGame.Server.Formats;

/// <summary>A scenario file that cannot be played, with everything that is wrong in it.</summary>
public sealed class ScenarioException(ImmutableArray<Problem> problems) : Exception(string.Join('\n', problems))
{
    public ImmutableArray<Problem> Problems { get; } = problems;

    /// <summary>One line a problem, as compilers write them: editors and people find the place by it.</summary>
    public override string ToString() => Message;
}
