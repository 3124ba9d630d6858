using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>A rollout orders it: all processes end, another version is installed in their place, and they start again.</summary>
internal sealed class Install : ServerAction
{
    public override string Id => "install";

    internal override bool IsOrder => true;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle is not (Lifecycle.Running or Lifecycle.Installing or Lifecycle.Restarting)) return state;
        ruling.Done(command, ServerEvents.Installing, command.Text("version"));
        return ServerLifecycle.Interrupt(state, Lifecycle.Installing, input.NowNs + input.Context.InstallNs, ruling) with
        {
            NextVersion = command.Text("version"),
        };
    }
}
