namespace OpsGame.Server.Storage;

/// <summary>An evaluation; its plan stands in a column of its own, as written. Record is the rest of it as JSON.</summary>
public sealed class EvaluationRow
{
    public required string Id { get; init; }

    public required string Scenario { get; init; }

    public required int ScenarioVersion { get; init; }

    public required string ScenarioHash { get; init; }

    public required string Engine { get; set; }

    public required string PlanText { get; init; }

    public required string House { get; init; }

    public required string Address { get; init; }

    public required string Status { get; set; }

    public required string Verdict { get; set; }

    /// <summary>There is work to do for it.</summary>
    public required bool IsOpen { get; set; }

    public required long CreatedAtMs { get; init; }

    /// <summary>Sum over the seeds, to find the best; likewise SpentNanoDollars.</summary>
    public required long Score { get; set; }

    public required long SpentNanoDollars { get; set; }

    public required string Record { get; set; }

    /// <summary>Counts its changes; one that does not follow the stored one is not kept.</summary>
    public required long Revision { get; set; }

    /// <summary>Proves that a verified entry is as it was when it was verified; empty before.</summary>
    public required string Seal { get; set; }
}

/// <summary>One seed of an evaluation. Hash: 16 hexadecimal digits; Chain: two bytes of every tick's hash.</summary>
public sealed class RunRow
{
    public required string Evaluation { get; init; }

    public required long Seed { get; init; }

    public required int Score { get; init; }

    public required long Failed { get; init; }

    public required long SpentNanoDollars { get; init; }

    public required long RolloutNs { get; init; }

    public required int Given { get; init; }

    public required int Refused { get; init; }

    public required long Ticks { get; init; }

    public required string Hash { get; init; }

    public required byte[] Chain { get; init; }
}
