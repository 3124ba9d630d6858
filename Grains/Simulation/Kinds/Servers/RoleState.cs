using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Kinds.Servers;

[GenerateSerializer, Immutable]
public sealed record RoleState(
    Role Role,
    int Processes,
    int Threads,
    int QueueLimit,
    int ProcessMiB,
    int ThreadMiB,
    double Sigma,
    double Kappa,
    int LimitMiB = 0,
    double LogKiB = 0)
{
    /// <summary>P processes, each with its base and T threads.</summary>
    public long MemoryMiB => Processes * EachMiB;

    /// <summary>One process before it leaks.</summary>
    public long EachMiB => ProcessMiB + ((long)Threads * ThreadMiB);
}
