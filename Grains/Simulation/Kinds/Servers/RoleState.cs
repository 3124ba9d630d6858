using OpsGame.Simulation.Chance;
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
    double LogKiB = 0,
    Discipline Discipline = Discipline.Sliced,
    OnAbort OnAbort = OnAbort.WorkOn,
    long ResponseTimeoutNs = 0,
    long IdleTimeoutNs = 0,
    ColdStart? Cold = null,
    int Connections = 0)
{
    /// <summary>P processes, each with its base and T threads.</summary>
    public long MemoryMiB => Processes * EachMiB;

    /// <summary>One process before it leaks.</summary>
    public long EachMiB => ProcessMiB + ((long)Threads * ThreadMiB);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Role);
        hash.Add(Processes);
        hash.Add(Threads);
        hash.Add(QueueLimit);
        hash.Add(ProcessMiB);
        hash.Add(ThreadMiB);
        hash.Add(Sigma);
        hash.Add(Kappa);
        hash.Add(LimitMiB);
        hash.Add(LogKiB);
        hash.Add((long)Discipline);
        hash.Add((long)OnAbort);
        hash.Add(ResponseTimeoutNs);
        hash.Add(IdleTimeoutNs);
        hash.Add(Cold is not null);
        Cold?.AddTo(ref hash);
        // histories from before there was such a limit know none
        if (Connections > 0) hash.Add(Connections);
    }
}
