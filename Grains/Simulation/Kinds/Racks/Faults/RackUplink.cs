using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Faults;

/// <summary>Its uplink is cut: its servers run on, but nothing comes in or goes out.</summary>
internal sealed class RackUplink : FaultOn<RackState, RackInput>
{
    public override string Id => "rack-uplink";

    public override ComponentKind Target => RackState.Kind;

    public override int Place => 2;

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.RackLost, fault.Target)];

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling) =>
        state with { UplinkReturnsNs = input.NowNs + command.Duration("seconds") };
}
