using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What a server's own checks have found since its processes started.</summary>
/// <param name="SinceNs">Earlier checks asked processes that are gone.</param>
/// <param name="Started">Its startup check has succeeded, or there is none.</param>
/// <param name="Ready">It may be a target.</param>
[GenerateSerializer, Immutable]
public sealed record OwnHealth(
    long SinceNs, bool Started, bool Ready, CheckTally Startup, CheckTally Liveness, CheckTally Readiness)
{
    public CheckTally Of(CheckKind kind) => kind switch
    {
        CheckKind.Startup => Startup,
        CheckKind.Liveness => Liveness,
        _ => Readiness,
    };

    internal OwnHealth With(CheckKind kind, CheckTally tally) => kind switch
    {
        CheckKind.Startup => this with { Startup = tally },
        CheckKind.Liveness => this with { Liveness = tally },
        _ => this with { Readiness = tally },
    };

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(SinceNs);
        hash.Add(Started);
        hash.Add(Ready);
        Startup.AddTo(ref hash);
        Liveness.AddTo(ref hash);
        Readiness.AddTo(ref hash);
    }
}

/// <param name="NextNs">When it is next sent.</param>
[GenerateSerializer, Immutable]
public sealed record CheckTally(long NextNs, int FailedInRow, int OkInRow)
{
    internal CheckTally Counted(bool ok) =>
        this with { OkInRow = ok ? OkInRow + 1 : 0, FailedInRow = ok ? 0 : FailedInRow + 1 };

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(NextNs);
        hash.Add(FailedInRow);
        hash.Add(OkInRow);
    }
}
