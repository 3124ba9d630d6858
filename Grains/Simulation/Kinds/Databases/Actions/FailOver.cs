using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>The primary is given up; the first replica that runs takes its place.</summary>
internal sealed class FailOver : DatabaseAction
{
    public override string Id => "fail-over";

    public override int Place => 9;

    public override ActionTopic Topic => ActionTopic.Run;

    public override long TakesNs(ISpecs specs) => (specs.Spec<DatabaseSpec>()?.Failover ?? new FailoverSpec()).PromoteNs;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        Failover.Order(state, input, command, ruling);

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Servers.Length > 1;
}
