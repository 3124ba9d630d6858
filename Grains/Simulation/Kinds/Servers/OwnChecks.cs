using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Servers;

public enum CheckKind
{
    /// <summary>Holds the other two back until it has succeeded once; failing it restarts the processes.</summary>
    Startup,

    /// <summary>Failing it restarts the processes.</summary>
    Liveness,

    /// <summary>While it fails the server is no target.</summary>
    Readiness,
}

/// <summary>A check of a server by itself, as Kubernetes' probes: a real request from it to its own door.</summary>
/// <param name="Deep">Through web and application to the database; otherwise, the default, its front role answers alone.</param>
/// <param name="DelayNs">From the processes' start to the first one, 0 – 3600 s; default 0.</param>
/// <param name="IntervalNs">1 – 300 s; default 10 s.</param>
/// <param name="TimeoutNs">0.25 – 60 s; default 1 s.</param>
/// <param name="Failures">In a row until it has failed, 1–100; default 3.</param>
/// <param name="Successes">In a row until it has succeeded again, 1–10; default 1, always of startup and liveness.</param>
[GenerateSerializer, Immutable]
public sealed record OwnCheck(bool Deep, long DelayNs, long IntervalNs, long TimeoutNs, int Failures, int Successes)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Deep);
        hash.Add(DelayNs);
        hash.Add(IntervalNs);
        hash.Add(TimeoutNs);
        hash.Add(Failures);
        hash.Add(Successes);
    }
}

/// <summary>A server's own checks; null: it has none of the kind.</summary>
[GenerateSerializer, Immutable]
public sealed record OwnChecks(OwnCheck? Startup, OwnCheck? Liveness, OwnCheck? Readiness)
{
    public static readonly OwnChecks None = new(null, null, null);

    public OwnCheck? Of(CheckKind kind) => kind switch
    {
        CheckKind.Startup => Startup,
        CheckKind.Liveness => Liveness,
        _ => Readiness,
    };

    public OwnChecks With(CheckKind kind, OwnCheck? check) => kind switch
    {
        CheckKind.Startup => this with { Startup = check },
        CheckKind.Liveness => this with { Liveness = check },
        _ => this with { Readiness = check },
    };

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Startup is not null);
        Startup?.AddTo(ref hash);
        hash.Add(Liveness is not null);
        Liveness?.AddTo(ref hash);
        hash.Add(Readiness is not null);
        Readiness?.AddTo(ref hash);
    }
}

/// <summary>One of a server's own checks has ended; SentNs: when it was sent.</summary>
[GenerateSerializer, Immutable]
public sealed record CheckResult(CheckKind Kind, bool Ok, long SentNs);
