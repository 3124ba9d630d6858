using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>An action on a server.</summary>
public abstract class ServerAction : ActionOn<ServerState, ServerInput>
{
    public sealed override ComponentKind Target => ServerState.Kind;
}

/// <summary>A setting of a server.</summary>
public abstract class ServerSetting : SettingOn<ServerState, ServerInput>
{
    public sealed override ComponentKind Target => ServerState.Kind;
}
