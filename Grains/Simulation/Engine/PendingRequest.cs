namespace OpsGame.Simulation.Engine;

/// <summary>An attempt in the system. Key: among its class's keys. Abandoned: its user has gone.</summary>
internal readonly record struct PendingRequest(
    string Class, long Number, int Attempt, long Born, int Key, bool Write, bool Abandoned);
