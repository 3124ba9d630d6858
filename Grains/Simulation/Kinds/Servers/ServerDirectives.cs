using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A new server stands in its rack (not yet accepting).</summary>
[GenerateSerializer, Immutable]
public sealed record PlaceServer(ServerState Server) : Directive, IPlaces
{
    public IComponent Placed => Server;
}

/// <summary>A server on which nothing runs has other cores, memory and disk.</summary>
[GenerateSerializer, Immutable]
public sealed record ResizeServer(string Server, ServerSize Size) : Directive;

/// <summary>A server on which nothing runs stands in another rack.</summary>
[GenerateSerializer, Immutable]
public sealed record MoveServer(string Server, string Rack) : Directive;

/// <summary>How a server meets a new request.</summary>
public enum Reachability
{
    /// <summary>Takes requests.</summary>
    Accepting,

    /// <summary>Answers at once that nothing listens (connection refused).</summary>
    Refusing,

    /// <summary>Does not answer at all (no power, switched off): the caller waits for its connect timeout.</summary>
    Silent,
}

[GenerateSerializer, Immutable]
public sealed record SetReachability(string Server, Reachability Reachability) : Directive;

/// <summary>Everything on the server is lost now; callers further up get an error (reset) or, if silent, nothing.</summary>
[GenerateSerializer, Immutable]
public sealed record CutServer(string Server) : Directive, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) => columns.Measured<ServerTelemetry>(Server)?.Outstanding ?? 0;
}

/// <summary>
/// A graceful reload: a new generation of the role's processes takes all new requests, the old one finishes what it holds.
/// </summary>
/// <param name="ShutdownNs">Worker shutdown timeout: what the old generation still holds then is lost. 0: none.</param>
[GenerateSerializer, Immutable]
public sealed record ReloadRole(string Server, RoleState Role, long ShutdownNs) : Directive;

/// <summary>The application of a version starts on a port beside the one that serves.</summary>
/// <param name="Port">Index among the server's application ports.</param>
[GenerateSerializer, Immutable]
public sealed record StartBeside(string Server, RoleState Role, int Port, string Version) : Directive;

/// <summary>
/// The next generation of the web role hands requests on to another port. Those of the old one that still work know the old port
/// only; after a <see cref="CutRole"/> there are none.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record SwitchPort(string Server, RoleState Web, int Port, long ShutdownNs) : Directive;

/// <summary>Nothing listens on a port any more; its processes finish what they hold.</summary>
[GenerateSerializer, Immutable]
public sealed record StopPort(string Server, int Port, long ShutdownNs) : Directive;

/// <summary>All a role holds is lost, and nothing listens until its next generation begins.</summary>
[GenerateSerializer, Immutable]
public sealed record CutRole(string Server, Role Role) : Directive, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) =>
        columns.Measured<ServerTelemetry>(Server)?.Roles.FirstOrDefault(each => each.Role == Role)?.Busy.Sum() ?? 0;
}

/// <summary>Every request on the server logs Factor times as much.</summary>
[GenerateSerializer, Immutable]
public sealed record SetLogging(string Server, double Factor) : Directive;

/// <summary>Only the last so many MiB of logs stay on the disk; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record KeepLogs(string Server, int MiB) : Directive;

[GenerateSerializer, Immutable]
public sealed record ClearLogs(string Server) : Directive;

/// <summary>Traffic from a sender to the server is dropped, or passes again.</summary>
[GenerateSerializer, Immutable]
public sealed record SetFirewall(string Server, Sender From, bool Closed) : Directive;

/// <summary>
/// A process ends: what it holds is lost, and it takes nothing until <see cref="StartProcess"/>; a retired one is gone.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record KillProcess(string Server, int Generation, int Process) : Directive, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) =>
        columns.Measured<ServerTelemetry>(Server)?.Roles
            .FirstOrDefault(role => role.Generation == Generation)?.Busy.ElementAtOrDefault(Process) ?? 0;
}

[GenerateSerializer, Immutable]
public sealed record StartProcess(string Server, int Generation, int Process) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetVersion(string Server, string Version) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetHung(string Server, bool Hung) : Directive;

/// <summary>Work begun from now on takes Factor times as long.</summary>
[GenerateSerializer, Immutable]
public sealed record SetSlow(string Server, double Factor) : Directive;

/// <summary>Likewise a server's calls from its web role to the application.</summary>
[GenerateSerializer, Immutable]
public sealed record SetAppBreaker(string Server, BreakerSpec? Breaker) : Directive;

/// <summary>A server is gone for good; nothing is on it any more.</summary>
[GenerateSerializer, Immutable]
public sealed record RemoveServer(string Server) : Directive, IRemoves
{
    public string Removed => Server;
}

/// <summary>A server checks itself, by a real request, now.</summary>
[GenerateSerializer, Immutable]
public sealed record SendCheck(string Server, CheckKind Kind, bool Deep, long TimeoutNs) : Directive;

/// <summary>Who comes last to a queue for threads is taken first.</summary>
[GenerateSerializer, Immutable]
public sealed record SetLifo(string Server, bool Lifo) : Directive;
