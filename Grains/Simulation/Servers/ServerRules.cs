using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Servers;

/// <summary>A server's rule.</summary>
public static class ServerRules
{
    public static Outcome<ServerState> Tick(ServerState state, ServerInput input) => throw new NotImplementedException();
}
