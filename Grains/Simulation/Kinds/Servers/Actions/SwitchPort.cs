using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>The web role hands requests on to the other port: gracefully, or by a restart that cuts requests in flight.</summary>
internal sealed class SwitchPort : ServerAction
{
    public override string Id => "switch-port";

    public override int Place => 13;

    public override ActionTopic Topic => ActionTopic.Release;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Choice("how", "reload", "reload", "restart"), ServerProcesses.Shutdown];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.ReloadNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var idle = ServerPorts.Idle(state);
        if (ServerPorts.Refused(state, idle, command, ruling)) return state;
        var port = Show(state.Ports[idle].Number);
        var refusal = !state.HasWeb ? ServerRefusals.NoProxy
            : state.Ports[idle].Stage != PortStage.Ready ? ServerRefusals.PortNotReady
            : !state.NextRoles.IsEmpty ? ServerRefusals.ReloadPending
            : !ServerProcesses.HasRoomForGeneration(input, Role.Web) ? ServerRefusals.GenerationsFull
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, refusal == ServerRefusals.GenerationsFull ? "web" : port, Show(Limits.Generations));
            return state;
        }

        var restarts = command.Text("how") == "restart";
        if (restarts) ruling.Do(new CutRole(state.Id, Role.Web));
        ruling.Done(command, restarts ? ServerEvents.PortSwitchingRestart : ServerEvents.PortSwitchingReload, port);
        var takes = restarts ? input.Context.RestartNs : input.Context.ReloadNs;
        return state with
        {
            Switch = new PortSwitch(
                idle, restarts, input.NowNs + takes, ServerProcesses.ShutdownNs(input, command.Duration("shutdown"))),
        };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.HasWeb && ServerPorts.HasBeside(state);

    /// <summary>Switched once more, what served before serves again.</summary>
    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<SwitchPort>(command);
}
