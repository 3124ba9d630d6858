using System.Collections.Immutable;

namespace OpsGame.Simulation.Causes;

/// <summary>Something that is really wrong for a while.</summary>
/// <param name="Answers">What a team may call it; the first is what it is told in the end.</param>
/// <param name="UntilNs">It holds no longer; what it left behind may.</param>
public sealed record CauseSpec(ImmutableArray<CauseAnswer> Answers, long FromNs, long UntilNs);

public sealed record CauseAnswer(FailureKind Failure, string Component);
