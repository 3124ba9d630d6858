using OpsGame.Simulation;

namespace OpsGame.Grains.Records;

public enum EvaluationStatus
{
    /// <summary>Some of its seeds are still to be played.</summary>
    Open,
    Done,

    /// <summary>Its plan could not be played (any more); Finding says why.</summary>
    Failed,
}

/// <summary>What a second playing said about an entry of a board.</summary>
public enum Verdict
{
    /// <summary>Never submitted; of a drill: ended before its time.</summary>
    None,
    Pending,
    Verified,

    /// <summary>It came out otherwise than stored; never shown.</summary>
    Refused,
}

/// <summary>A plan played over many seeds: everything of it but its runs.</summary>
/// <param name="ScenarioHash">The exact scenario it is played on.</param>
/// <param name="Engine">The rules it was played by.</param>
/// <param name="PlanText">As written; the plan is read from it whenever it is played.</param>
/// <param name="House">Which of the library's plans it is (nothing, par, tempting); empty: somebody's own.</param>
/// <param name="Address">Where it came from; empty: the house's.</param>
/// <param name="Owner">Fingerprint of the token that may submit it.</param>
/// <param name="Name">On the board; empty: not submitted.</param>
/// <param name="Finding">Why it failed or was refused.</param>
/// <param name="Revision">Counts its changes as they are kept.</param>
[GenerateSerializer, Immutable]
public sealed record Evaluation(
    string Id,
    string Scenario,
    int ScenarioVersion,
    string ScenarioHash,
    string Engine,
    string PlanId,
    LocalText Title,
    string PlanText,
    string House,
    string Address,
    string Owner,
    DateTimeOffset CreatedAt,
    EvaluationStatus Status,
    string Name,
    DateTimeOffset? SubmittedAt,
    Verdict Verdict,
    string Finding,
    long Revision = 0)
{
    /// <summary>There is work to do for it.</summary>
    public bool IsOpen => Status == EvaluationStatus.Open || Verdict == Verdict.Pending;
}
