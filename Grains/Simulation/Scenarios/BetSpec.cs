using System.Collections.Immutable;

namespace OpsGame.Simulation.Scenarios;

/// <summary>One question about what will happen, asked before it does.</summary>
/// <param name="FromNs">Bets are taken from here.</param>
/// <param name="UntilNs">Until here, unless what was asked about happens sooner.</param>
/// <param name="DecidedNs">What has not happened by then does not count any more.</param>
/// <param name="Answers">The first of them that happens is right; exactly one of them is <see cref="BetAnswer.IsNone"/>.</param>
/// <param name="Idea">The page of Learn that explains it; empty: none.</param>
public sealed record BetSpec(
    LocalText Question, long FromNs, long UntilNs, long DecidedNs, ImmutableArray<BetAnswer> Answers, string Idea);

/// <summary>Something that may happen.</summary>
/// <param name="Alert">The code of the alert that says so; empty: none of the others happens.</param>
/// <param name="Component">Where it is raised; empty: anywhere.</param>
public sealed record BetAnswer(LocalText Text, string Alert, string Component)
{
    public const int Most = 4;

    public bool IsNone => Alert.Length == 0;
}
