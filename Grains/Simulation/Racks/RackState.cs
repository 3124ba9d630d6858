using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Racks;

/// <summary>A rack: which server sits in which unit (empty: free), and whether it has power.</summary>
[GenerateSerializer, Immutable]
public sealed record RackState(
    [property: Id(0)] string Id,
    [property: Id(1)] ImmutableArray<string> Units,
    [property: Id(2)] bool Powered,
    [property: Id(3)] long PowerReturnsNs);

/// <summary>What a rack knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record RackInput(
    [property: Id(0)] string Id,
    [property: Id(1)] long NowNs,
    [property: Id(2)] ImmutableArray<Command> Commands,
    [property: Id(3)] RackContext Context);

/// <summary>What it may sell (Balancer: where a new server is attached, empty: nowhere): the next free server name and the template of a new server (null: this estate sells none).</summary>
[GenerateSerializer, Immutable]
public sealed record RackContext(
    [property: Id(0)] string NextServer,
    [property: Id(1)] Servers.ServerState? Template,
    [property: Id(2)] ImmutableArray<Servers.ServerSize> Sizes,
    [property: Id(3)] int Components,
    [property: Id(4)] string Balancer);
