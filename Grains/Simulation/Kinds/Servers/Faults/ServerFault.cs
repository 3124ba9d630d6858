using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>A fault of a server.</summary>
public abstract class ServerFault : FaultOn<ServerState, ServerInput>
{
    public sealed override ComponentKind Target => ServerState.Kind;
}
