using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>What stands on the port that does not serve finishes what it holds and ends; nothing new reaches it.</summary>
internal sealed class StopPort : ServerAction
{
    public override string Id => "stop-port";

    public override int Place => 14;

    public override ActionTopic Topic => ActionTopic.Release;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [ServerProcesses.Shutdown];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var idle = ServerPorts.Idle(state);
        if (ServerPorts.Refused(state, idle, command, ruling)) return state;
        var port = state.Ports[idle];
        if (port.Stage is PortStage.Empty or PortStage.Stopping)
        {
            ruling.Refuse(command, ServerRefusals.PortEmpty, Arguments.Show(port.Number));
            return state;
        }

        ruling.Done(command, ServerEvents.PortStopping, Arguments.Show(port.Number), port.Version);
        if (port.Stage == PortStage.Installing) return ServerPorts.Put(state, idle, PortState.Empty(port.Number));
        ruling.Do(new Servers.StopPort(state.Id, idle, ServerProcesses.ShutdownNs(input, command.Duration("shutdown"))));
        return ServerPorts.Put(state, idle, port with { Stage = PortStage.Stopping, EndsNs = 0 });
    }

    private protected override bool Applies(ServerState state, IEstate estate) => ServerPorts.HasBeside(state);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after)
    {
        var stopped = before.Ports.FirstOrDefault(
            port => port.Stage is PortStage.Ready or PortStage.Starting or PortStage.Installing);
        return stopped is null ? null : By<InstallBeside>(command.Target, ("version", stopped.Version));
    }
}
