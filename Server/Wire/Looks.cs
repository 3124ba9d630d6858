using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;

namespace OpsGame.Server.Wire;

/// <summary>A look under way. Look: the action that began it.</summary>
/// <param name="EndsMs">Simulated time at which its finding is there.</param>
[MessagePackObject]
public sealed record LookView(
    [property: Key("component")] string Component,
    [property: Key("look")] string Look,
    [property: Key("player")] string Player,
    [property: Key("sinceMs")] double SinceMs,
    [property: Key("endsMs")] double EndsMs);

/// <summary>
/// What a look showed, as it was at TimeMs: list-processes fills Processes, show-locks Locks, slow-queries Statements,
/// read-access-log Log, check-certificate Certificate, trace-request Traces.
/// </summary>
/// <param name="Id">Component and look: the next finding with it replaces this one.</param>
/// <param name="Traces">The slowest request (outcome open: still under way), then the slowest that failed if that is another
/// one.</param>
[MessagePackObject]
public sealed record FindingView(
    [property: Key("id")] string Id,
    [property: Key("component")] string Component,
    [property: Key("look")] string Look,
    [property: Key("player")] string Player,
    [property: Key("timeMs")] double TimeMs,
    [property: Key("tookMs")] double TookMs,
    [property: Key("processes")] ProcessView[] Processes,
    [property: Key("locks")] LockView[] Locks,
    [property: Key("statements")] StatementView[] Statements,
    [property: Key("log")] AccessLogView? Log,
    [property: Key("certificate")] CertificateDatesView? Certificate,
    [property: Key("traces")] TraceView[] Traces);

/// <summary>A process. Condition beside: on the idle port; old: replaced.</summary>
/// <param name="Number">Among its generation's, from 1.</param>
/// <param name="Port">0: none.</param>
/// <param name="Busy">Threads that hold a request; of a database connections (Threads 0).</param>
/// <param name="AgeMs">Of those from before the drill: since it began.</param>
/// <param name="QuietMs">For how long it has held requests and finished none; 0: it holds none.</param>
[MessagePackObject]
public sealed record ProcessView(
    [property: Key("role"), OneOf(typeof(Role))] string Role,
    [property: Key("number")] int Number,
    [property: Key("port")] int Port,
    [property: Key("version")] string Version,
    [property: Key("condition"), OneOf(typeof(ProcessCondition))] string Condition,
    [property: Key("busy")] int Busy,
    [property: Key("threads")] int Threads,
    [property: Key("memoryMiB")] double MemoryMiB,
    [property: Key("ageMs")] double AgeMs,
    [property: Key("served")] long Served,
    [property: Key("quietMs")] double QuietMs);

/// <summary>A lock somebody waits for: a row (data#number) or a process's mutex (server/app/number).</summary>
/// <param name="Holder">Request class.</param>
/// <param name="State">Of its holder; blocked: by another lock.</param>
/// <param name="From">The server that asked; empty: none.</param>
/// <param name="Queue">The first of those that wait.</param>
[MessagePackObject]
public sealed record LockView(
    [property: Key("key"), Passing] string Key,
    [property: Key("holder")] string Holder,
    [property: Key("write")] bool Write,
    [property: Key("state"), OneOf(typeof(HolderState))] string State,
    [property: Key("from")] string From,
    [property: Key("heldMs")] double HeldMs,
    [property: Key("waiters")] int Waiters,
    [property: Key("longestMs")] double LongestMs,
    [property: Key("queue")] LockWaiterView[] Queue);

[MessagePackObject]
public sealed record LockWaiterView(
    [property: Key("class")] string Class,
    [property: Key("waitedMs")] double WaitedMs);

/// <summary>
/// A class's calls of the database: ended and running ones, what they took, of that waiting, and their share of all time there.
/// </summary>
[MessagePackObject]
public sealed record StatementView(
    [property: Key("class")] string Class,
    [property: Key("write")] bool Write,
    [property: Key("calls")] long Calls,
    [property: Key("running")] int Running,
    [property: Key("meanMs")] double MeanMs,
    [property: Key("waitMs")] double WaitMs,
    [property: Key("maxMs")] double MaxMs,
    [property: Key("share"), Exact(1000)] double Share);

/// <summary>The last lines written meanwhile; Written and Failed count all of them.</summary>
[MessagePackObject]
public sealed record AccessLogView(
    [property: Key("written")] long Written,
    [property: Key("failed")] long Failed,
    [property: Key("lines")] AccessLineView[] Lines);

/// <summary>A line. Status: as HTTP has it (499: the user had left).</summary>
/// <param name="Upstream">A server, or a port of the same one; empty: nobody worked on it.</param>
[MessagePackObject]
public sealed record AccessLineView(
    [property: Key("timeMs")] double TimeMs,
    [property: Key("source")] string Source,
    [property: Key("class")] string Class,
    [property: Key("write")] bool Write,
    [property: Key("status")] int Status,
    [property: Key("outcome"), OneOf("ok", typeof(Cause), But = "none")] string Outcome,
    [property: Key("tookMs")] double TookMs,
    [property: Key("upstream")] string Upstream,
    [property: Key("version")] string Version);

/// <summary>Simulated times; before the drill: below 0.</summary>
/// <param name="Covers">It is issued for the users' name for the system.</param>
[MessagePackObject]
public sealed record CertificateDatesView(
    [property: Key("fromMs")] double FromMs,
    [property: Key("expiresMs")] double ExpiresMs,
    [property: Key("covers")] bool Covers);
