namespace OpsGame.Server.Storage;

/// <summary>A scenario's text under the hash of its content.</summary>
public sealed class ScenarioRow
{
    public required string Hash { get; init; }

    public required string Scenario { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }
}

/// <summary>A drill; Record is the whole of it as JSON, the rest is there to be searched.</summary>
public sealed class DrillRow
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public required string Status { get; set; }

    public required long CreatedAtMs { get; init; }

    public required string Record { get; set; }
}

/// <summary>A tick's commands as JSON. PreviousHash: 16 hexadecimal digits, the hash of the tick before.</summary>
public sealed class LogRow
{
    public required string Estate { get; init; }

    public required long Tick { get; init; }

    public required string Commands { get; init; }

    public required string PreviousHash { get; init; }
}

/// <summary>How far an estate's clock came. Hash: 16 hexadecimal digits.</summary>
public sealed class ProgressRow
{
    public required string Estate { get; init; }

    public required long Tick { get; init; }

    public required string Hash { get; init; }
}

/// <summary>A team's result; Record is the whole of it as JSON. Seal: proves that it is as it was when it was verified; empty before.</summary>
public sealed class BoardRow
{
    public required string Drill { get; init; }

    public required string Team { get; init; }

    public required string Scenario { get; init; }

    public required int ScenarioVersion { get; init; }

    public required int Score { get; set; }

    public required string Record { get; set; }

    public required long SpentNanoDollars { get; set; }

    public required string Verdict { get; set; }

    public required string Seal { get; set; }
}
