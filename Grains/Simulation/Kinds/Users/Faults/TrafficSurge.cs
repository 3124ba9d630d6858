using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users.Faults;

/// <summary>So many times as many users come.</summary>
internal sealed class TrafficSurge : FaultOn<UsersState, UsersInput>
{
    public override string Id => "traffic-surge";

    public override ComponentKind Target => UsersState.Kind;

    public override int Place => 1;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Number("amount", 0.1, 100, "2")];

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        specs.Specs<ScalerSpec>().Select(scaler => scaler.Id).Concat(specs.Specs<BalancerSpec>().Select(balancer => balancer.Id))
            .Prepend(fault.Target).Select(id => new CauseAnswer(FailureKind.SlowScaling, id));

    internal override UsersState Act(UsersState state, UsersInput input, Command command, Ruling ruling)
    {
        ruling.Do(new SetTraffic(command.Real("amount")));
        return state with { SurgeEndsNs = input.NowNs + command.Duration("seconds") };
    }
}
