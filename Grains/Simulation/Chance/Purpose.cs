namespace OpsGame.Simulation.Chance;

/// <summary>What a stream of draws is for: every purpose has its own luck, so using one more never shifts another.</summary>
public enum Purpose
{
    Arrival = 1,
    Key = 2,
    Write = 3,
    WebWork = 4,
    AppWork = 5,
    DbWork = 6,
    Retry = 7,
    Balance = 8,
    VersionError = 9,
    ExclusiveWork = 10,
    CacheTtl = 11,
    Change = 12,
    FeatureWork = 13,
    LockKey = 20,
    Client = 40,
    ClientAge = 41,
    Resolver = 42,
    Handshake = 43,
    NamedForever = 44,
    OldTrust = 45,
    Receive = 50,
    WebWait = 60,
    AppWait = 61,
    DbWait = 62,
    ProbePhase = 70,
}
