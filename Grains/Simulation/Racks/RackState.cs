using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Racks;

/// <summary>A rack: which server sits in which unit (empty: free), and whether it has power.</summary>
[GenerateSerializer, Immutable]
public sealed record RackState(
    string Id,
    ImmutableArray<string> Units,
    bool Powered,
    long PowerReturnsNs);

/// <summary>What a rack knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record RackInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    RackContext Context);

/// <summary>What it may sell (Balancer: where a new server is attached, empty: nowhere): the next free server name and the template of a new server (null: this estate sells none).</summary>
[GenerateSerializer, Immutable]
public sealed record RackContext(
    string NextServer,
    Servers.ServerState? Template,
    ImmutableArray<Servers.ServerSize> Sizes,
    int Components,
    string Balancer);
