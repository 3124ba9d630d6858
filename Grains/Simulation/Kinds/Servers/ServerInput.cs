using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What a server knows when it ticks.</summary>
/// <param name="Powered">Its rack's power.</param>
/// <param name="Balancer">Where it is attached or still drains; empty: nowhere.</param>
/// <param name="Home">Whose target it may be; empty: nobody's.</param>
/// <param name="Units">Of the racks somebody wants to move it to, the unit that is kept for it there (−1: none); else
/// empty.</param>
[GenerateSerializer, Immutable]
public sealed record ServerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    bool Powered,
    ServerTelemetry Telemetry,
    ServerContext Context,
    string Balancer = "",
    bool Attached = false,
    string Home = "",
    ImmutableSortedDictionary<string, int>? Units = null) : IInput;

/// <summary>The estate's durations and versions, as a server needs them.</summary>
[GenerateSerializer, Immutable]
public sealed record ServerContext(
    long BootNs, long RestartNs, long ReloadNs, long InstallNs, long ShutdownNs, ImmutableArray<string> Versions,
    ImmutableArray<ServerSize> Sizes);
