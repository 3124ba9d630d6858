using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Faults;

/// <summary>It loses power: its servers are gone until it returns, then boot.</summary>
internal sealed class RackPower : FaultOn<RackState, RackInput>
{
    public override string Id => "rack-power";

    public override ComponentKind Target => RackState.Kind;

    public override int Place => 1;

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.RackLost, fault.Target)];

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling) =>
        state with { PowerReturnsNs = input.NowNs + command.Duration("seconds") };
}
