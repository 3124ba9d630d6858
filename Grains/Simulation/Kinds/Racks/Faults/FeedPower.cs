using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Faults;

/// <summary>A power feed of the whole site fails: racks that have no other go dark.</summary>
internal sealed class FeedPower : FaultOn<RackState, RackInput>
{
    public override string Id => "feed-power";

    public override ComponentKind Target => PowerFeed.Kind;

    public override int Place => 1;

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        specs.Specs<RackSpec>().Where(rack => rack.Feeds == PowerFeed.Of(fault.Target)).Select(rack => rack.Id)
            .Prepend(fault.Target).Select(id => new CauseAnswer(FailureKind.RackLost, id));

    internal override IEnumerable<string> Reaches(Command command, IEstate estate) =>
        estate.States<RackState>().Select(rack => rack.Id);

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling) =>
        command.Target == PowerFeed.A
            ? state with { FeedAReturnsNs = input.NowNs + command.Duration("seconds") }
            : state with { FeedBReturnsNs = input.NowNs + command.Duration("seconds") };
}
