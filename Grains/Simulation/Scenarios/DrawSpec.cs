using System.Collections.Immutable;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Scenarios;

/// <summary>One fault that the seed draws before the first tick.</summary>
/// <param name="Choices">What it may be, at least one; each is as likely.</param>
public sealed record DrawSpec(ImmutableArray<FaultChoice> Choices)
{
    /// <summary>By then it has begun, whatever was drawn.</summary>
    public long LatestNs => Choices.Max(choice => choice.UntilNs);
}

/// <summary>A fault whose place and time are left to the seed.</summary>
/// <param name="Fault">Its id in the catalogue of actions.</param>
/// <param name="Targets">Where it may strike, at least one; each is as likely.</param>
/// <param name="FromNs">It begins in a whole number of seconds from then, each as likely.</param>
/// <param name="UntilNs">It begins then at the latest.</param>
/// <param name="ForNs">How long; 0: what has no end of its own.</param>
/// <param name="Args">Its parameters beside that, complete.</param>
public sealed record FaultChoice(
    string Fault, ImmutableArray<string> Targets, long FromNs, long UntilNs, long ForNs, Args Args)
{
    /// <summary>What hints say of it in the place of {clue}; null: they do not.</summary>
    public LocalText? Clue { get; init; }

    public FaultSpec At(string target, long atNs) => new(Fault, target, atNs, ForNs, Args);
}
