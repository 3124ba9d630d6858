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

    /// <summary>Counts the record's changes; one that does not follow the stored one is not kept.</summary>
    public required long Revision { get; set; }

    /// <summary>Who opened it, as far as the server can see; empty once it is finished.</summary>
    public required string Address { get; set; }

    /// <summary>Its teams, each with an estate of its own.</summary>
    public required int Estates { get; init; }

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

/// <summary>
/// How far an estate's clock came (tick 0: nothing is known yet) and who may go on. Hash: 16 hexadecimal digits.
/// </summary>
public sealed class ProgressRow
{
    public required string Estate { get; init; }

    public required long Tick { get; init; }

    public required string Hash { get; init; }

    /// <summary>The last tick that may be shown before the next mark.</summary>
    public required long Reach { get; init; }

    /// <summary>Counts the owners: only the latest may write the estate's log.</summary>
    public required long Epoch { get; init; }

    /// <summary>The last tick in the log.</summary>
    public required long Logged { get; init; }
}

/// <summary>
/// A team's result; Record is the whole of it as JSON. Seal: proves that it is as it was when it was verified; empty before, like
/// LogDigest, the log's.
/// </summary>
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

    public required string LogDigest { get; set; }
}

/// <summary>Something all servers of a game share and keep to themselves, sealed with their keys.</summary>
public sealed class SecretRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}

/// <summary>What an organiser did. Act: a member of OrganiserAct; About: codes of drills, or an entry of a board.</summary>
public sealed class AuditRow
{
    public required string Id { get; init; }

    public required long AtMs { get; init; }

    public required string Who { get; init; }

    public required string Act { get; init; }

    public required string About { get; init; }
}

/// <summary>Written to see whether the database takes writes.</summary>
public sealed class PulseRow
{
    public required int Id { get; init; }

    public required long Beats { get; set; }
}
