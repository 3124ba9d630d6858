using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Something done to a server.</summary>
public abstract class ServerAction : ActionOn<ServerState, ServerInput>
{
    public sealed override ComponentKind Target => ComponentKind.Server;
}

/// <summary>Something set at a server.</summary>
public abstract class ServerSetting : SettingOn<ServerState, ServerInput>
{
    public sealed override ComponentKind Target => ComponentKind.Server;
}
