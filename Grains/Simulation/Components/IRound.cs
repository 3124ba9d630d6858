using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>What a kind may ask about the estate when it says what the tick brings to its components.</summary>
internal interface IRound : IEstate
{
    Scenario Scenario { get; }

    /// <summary>That may be installed.</summary>
    ImmutableArray<string> Versions { get; }

    /// <summary>It has as many components as it may have.</summary>
    bool IsFull { get; }

    /// <summary>Orders that wait for the next tick.</summary>
    IReadOnlyList<Command> Postponed { get; }

    /// <summary>What earlier stages of this tick decided.</summary>
    IReadOnlyList<Directive> Decided { get; }

    ImmutableArray<Command> CommandsFor(string id);

    /// <summary>What is the same at every tick of an estate is made once.</summary>
    T Once<T>(Func<IRound, T> make)
        where T : class;

    /// <summary>What was measured at the components of a kind, in the order of their states.</summary>
    ImmutableArray<T> Telemetry<T>()
        where T : class;

    /// <summary>A server as the engine knows it.</summary>
    ServerNode Node(string server);

    /// <summary>Transactions that are in the database.</summary>
    ImmutableArray<DatabaseSession> Sessions();

    /// <summary>No name is given twice, even when its server is gone: reports and memories go by it.</summary>
    string NextServerName(string first);
}
