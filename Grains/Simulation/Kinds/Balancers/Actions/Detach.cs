using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>A target gets no new requests; what it has may finish until the deregistration delay is over.</summary>
internal sealed class Detach : BalancerAction
{
    public override string Id => "detach";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("server", ServerParameters.Server).Where<BalancerState>((state, server) => state.Lists(server))];

    /// <summary>A rollout may order it with a delay of its own.</summary>
    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var index = BalancerRules.IndexOf(state, id);
        if (index < 0 || state.Targets[index].Attachment != Attachment.Attached)
        {
            // a rollout or scaler has what it orders already; a person is told
            var refusal = index < 0 ? BalancerRefusals.NotATarget : BalancerRefusals.TargetNotAttached;
            if (command.Id.Length > 0) ruling.Refuse(command, refusal, id);
            return state;
        }

        var drain = command.Args.ContainsKey("drain") ? command.Duration("drain") : state.DrainNs;
        ruling.Done(command, BalancerEvents.TargetDraining, id);
        return BalancerRules.Replace(state, state.Targets[index] with
        {
            Attachment = Attachment.Draining,
            Health = TargetHealth.Initial,
            DrainEndsNs = input.NowNs + drain,
        });
    }

    private protected override Undo? Undo(Command command, BalancerState before, BalancerState after) =>
        Opposite<Attach>(command);
}
