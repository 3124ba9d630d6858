using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>A bought server stands in its rack since the last tick.</summary>
internal sealed class JoinReplica : DatabaseAction
{
    public const string Name = "join-replica";

    public override string Id => Name;

    internal override bool IsOrder => true;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        ReplicaRules.Join(state, command, ruling);
}
