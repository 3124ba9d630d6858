using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>Whose requests a server rejects; a database's alone is met by none.</summary>
internal static class ServerSources
{
    public static ServerState Act(ServerState state, Command command, Ruling ruling)
    {
        if (state.Answers) return state with { Blocked = SourceRules.Act(state.Id, state.Blocked, command, ruling) };
        ruling.Refuse(command, ServerRefusals.RoleMissing, "web");
        return state;
    }
}
