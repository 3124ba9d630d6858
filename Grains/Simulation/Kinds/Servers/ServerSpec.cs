using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server that stands there at the start. Attached: a target of the balancer from the first moment.</summary>
/// <param name="LogKeepMiB">Log rotation keeps the last so many MiB; 0: no rotation.</param>
public sealed record ServerSpec(
    string Id, string Rack, string Size, string Version, bool Attached, ImmutableArray<RoleSpec> Roles, int LogKeepMiB = 0)
{
    /// <summary>As a target, 0–256, 0: nothing new; default 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Of itself; null, the default: none.</summary>
    public OwnChecks? Checks { get; init; }
}

/// <summary>A tier on a server: P processes × T threads behind one bounded queue.</summary>
/// <param name="QueueLimit">Requests that may wait for a thread; beyond it they are refused.</param>
/// <param name="ProcessMiB">Memory of a process before its threads; default 200.</param>
/// <param name="ThreadMiB">Memory of a thread; default 2.</param>
/// <param name="Sigma">Contention of the Universal Scalability Law (Gunther 1993), 0–1: with n cores at its work each request
/// takes 1 + σ(n−1) + κn(n−1) times as long.</param>
/// <param name="Kappa">Coherency of the same law, 0–1.</param>
/// <param name="LimitMiB">A process that takes more memory is killed and started again (a container's limit); 0: none.</param>
/// <param name="LogKiB">That each request logs on the server's disk; default 0.</param>
public sealed record RoleSpec(
    Role Role, int Processes, int Threads, int QueueLimit, int ProcessMiB, int ThreadMiB, double Sigma = 0, double Kappa = 0,
    int LimitMiB = 0, double LogKiB = 0)
{
    /// <summary>One process before it leaks.</summary>
    public long EachMiB => ProcessMiB + ((long)Threads * ThreadMiB);

    /// <summary>Over its limit a process would be killed at once, again and again; no file and no command may say so.</summary>
    public static bool Fits(long eachMiB, int limitMiB) => limitMiB == 0 || eachMiB <= limitMiB;

    /// <summary>How its requests come to a core; default sliced.</summary>
    public Discipline Discipline { get; init; }

    /// <summary>What it does when the user has gone; default work on.</summary>
    public OnAbort OnAbort { get; init; }

    /// <summary>Of the web role: it waits so long for the application, and then answers 504; 0: as long as it takes.</summary>
    public long ResponseTimeoutNs { get; init; }

    /// <summary>It closes a connection from a balancer that nobody has used for so long; 0: it does not.</summary>
    public long IdleTimeoutNs { get; init; }

    /// <summary>Null, the default: its processes are warm from their start.</summary>
    public ColdStart? Cold { get; init; }

    /// <summary>Long-lived connections each of its processes holds at most; 0, the default: any number.</summary>
    public int Connections { get; init; }
}
