using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>A server becomes a target; it gets requests as soon as a probe finds it healthy.</summary>
internal sealed class Attach : BalancerAction
{
    public override string Id => "attach";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("server", ServerParameters.Server).Where<BalancerState>((state, server) => !state.Lists(server))];

    /// <summary>A rollout may order it with a weight.</summary>
    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var server = input.Servers.FirstOrDefault(server => server.Id == id);
        var index = BalancerRules.IndexOf(state, id);
        var refusal = server is null || server.Balancer != state.Id ? BalancerRefusals.NotATarget
            : server.Leaving ? ServerRefusals.Leaving
            : server.Lifecycle == Lifecycle.Stopped ? ServerRefusals.NotRunning
            : index >= 0 && state.Targets[index].Attachment == Attachment.Attached ? BalancerRefusals.TargetAttached
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Done(command, BalancerEvents.TargetAttaching, id);
        var weight = (int)command.RealOr("weight", index < 0 ? 1 : state.Targets[index].Weight);
        if (weight > 0 && index >= 0) ruling.Do(new Balancers.SetWeight(state.Id, id, weight));
        return BalancerRules.Replace(state, new TargetState(
            id, Attachment.Attached, TargetHealth.Initial, 0, 0, input.NowNs, ProbeResult.None, 0, 0, weight,
            Ready: state.EndpointLagNs == BalancerState.Deaf || server!.Ready));
    }

    private protected override Undo? Undo(Command command, BalancerState before, BalancerState after) =>
        Opposite<Detach>(command);
}
