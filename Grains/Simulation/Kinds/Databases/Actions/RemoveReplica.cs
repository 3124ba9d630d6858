using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>A replica is given up, and its server removed.</summary>
internal sealed class RemoveReplica : DatabaseAction
{
    public override string Id => "remove-replica";

    public override ActionTopic Topic => ActionTopic.Capacity;

    /// <summary>What cannot be taken back stands last, before the looks.</summary>
    public override int Place => 999;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("server", ServerParameters.Server)
            .Where<DatabaseState>((state, server) => server != state.Server && state.Servers.Contains(server)),
    ];

    internal override Refusal? Refuses(Command command, IEstate estate) =>
        estate.States<ServerState>().First(server => server.Id == command.Text("server")).Roles.Length > 1
            ? Refusal.Of(DatabaseRefusals.ReplicaSharesServer, command.Text("server"))
            : null;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        ReplicaRules.Remove(state, command, ruling);

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Servers.Length > 1;
}
