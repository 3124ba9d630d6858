using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Looks;

/// <summary>
/// What a look showed: a snapshot of one moment, the team's until the same look at the same component replaces it.
/// </summary>
/// <param name="Kind">The look's action; it says which of the lists are filled.</param>
/// <param name="Log">Null but for an access log; likewise Certificate.</param>
/// <param name="Traces">The slowest request, and the slowest that failed where that is another one.</param>
[GenerateSerializer, Immutable]
public sealed record LookFinding(
    string Component,
    string Kind,
    string By,
    long BeganNs,
    long AtNs,
    ImmutableArray<ProcessLine> Processes,
    ImmutableArray<LockLine> Locks,
    ImmutableArray<StatementLine> Statements,
    AccessExcerpt? Log,
    CertificateDates? Certificate,
    ImmutableArray<Trace> Traces)
{
    /// <summary>Nothing was found.</summary>
    public bool IsEmpty => Processes.IsEmpty && Locks.IsEmpty && Statements.IsEmpty && Traces.IsEmpty
        && Log is not { Written: > 0 } && Certificate is null;

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Component);
        hash.Add(Kind);
        hash.Add(AtNs);
        foreach (var line in Processes)
        {
            hash.Add((long)line.Busy);
            hash.Add(line.MemoryMiB);
            hash.Add(line.Served);
        }

        foreach (var line in Locks)
        {
            hash.Add(line.Holder);
            hash.Add(line.HeldNs);
            hash.Add((long)line.Waiters);
        }

        foreach (var line in Statements)
        {
            hash.Add(line.Calls);
            hash.Add(line.MeanNs);
            hash.Add(line.Share);
        }

        if (Log is not null)
        {
            hash.Add(Log.Written);
            hash.Add(Log.Failed);
            foreach (var line in Log.Lines) hash.Add(line.TookNs);
        }

        if (Certificate is not null) hash.Add(Certificate.ExpiresNs);
        foreach (var trace in Traces)
        {
            hash.Add(trace.Number);
            hash.Add(trace.EndNs);
            hash.Add((long)trace.Hops.Length);
        }
    }
}

/// <summary>A process, as ps and top list it.</summary>
/// <param name="Number">Among its generation's, from 1.</param>
/// <param name="Port">Application port it listens on; 0: none.</param>
/// <param name="Busy">Threads that hold a request; of the database: connections.</param>
/// <param name="StartedNs">Before the drill: 0.</param>
/// <param name="Served">Requests it is done with.</param>
/// <param name="QuietNs">Since when it holds requests and is done with none; while it holds none, nothing.</param>
[GenerateSerializer, Immutable]
public sealed record ProcessLine(
    Role Role, int Generation, int Number, int Port, string Version, ProcessCondition Condition, int Busy, int Threads,
    double MemoryMiB,
    long StartedNs, long Served, long QuietNs);

public enum ProcessCondition
{
    Serving,

    /// <summary>On a port no request comes to.</summary>
    Beside,

    /// <summary>Replaced: it finishes what it holds.</summary>
    Old,

    /// <summary>Its supervisor is starting it again.</summary>
    Down,
}

/// <summary>A lock that somebody waits for.</summary>
/// <param name="Key">A row (data#number), or the mutex of a process (server/app/number).</param>
/// <param name="Holder">Class of the request that holds it; HeldNs: for how long its transaction (mutex: its work there) has gone
/// on.</param>
/// <param name="From">The server that asked.</param>
/// <param name="Waiters">All of them; Queue has the first ones.</param>
[GenerateSerializer, Immutable]
public sealed record LockLine(
    string Key, string Holder, bool Write, HolderState State, string From, long HeldNs, int Waiters, long LongestNs,
    ImmutableArray<LockWaiter> Queue);

public enum HolderState
{
    Working,

    /// <summary>For a core, a work slot or the disk.</summary>
    Waiting,

    /// <summary>Waits for another lock itself.</summary>
    Blocked,

    /// <summary>Its process hangs.</summary>
    Hung,
}

/// <summary>Who waits, and since when it has been in the database (mutex: in the process).</summary>
[GenerateSerializer, Immutable]
public sealed record LockWaiter(string Class, long WaitedNs);

/// <summary>What a class's calls took while somebody watched: Calls ended, Running had not.</summary>
/// <param name="Share">Of the time all calls were in the database, 0–1.</param>
/// <param name="WaitNs">Of the mean: before its work began (locks, slots, disk, cores).</param>
/// <param name="MaxNs">Of ended and running ones.</param>
[GenerateSerializer, Immutable]
public sealed record StatementLine(
    string Class, bool Write, long Calls, int Running, long MeanNs, long WaitNs, long MaxNs, double Share);

/// <summary>The last lines that were written while somebody watched, and how many there were and failed in all.</summary>
[GenerateSerializer, Immutable]
public sealed record AccessExcerpt(long Written, long Failed, ImmutableArray<AccessLine> Lines);

/// <param name="Cause">None: answered. A user who has left shows as a timeout.</param>
/// <param name="Upstream">Who worked on it; empty: nobody did.</param>
/// <param name="Version">Of the application that worked on it; empty: none did, or it began before the watching.</param>
[GenerateSerializer, Immutable]
public sealed record AccessLine(
    long AtNs, string Source, string Class, bool Write, Cause Cause, long TookNs, string Upstream, string Version);

/// <summary>What a certificate says of itself.</summary>
/// <param name="Covers">It is issued for the users' name for the system.</param>
[GenerateSerializer, Immutable]
public sealed record CertificateDates(long FromNs, long ExpiresNs, bool Covers);
