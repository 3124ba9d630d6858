using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>
/// A server is bought in a rack and becomes a replica: it boots, copies the primary's data, then follows and answers.
/// Its rack carries it out.
/// </summary>
internal sealed class AddReplica : ActionSpec
{
    public const string Name = "add-replica";

    public override string Id => Name;

    public override ComponentKind Target => DatabaseState.Kind;

    public override int Place => 7;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override bool Buys => true;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("size", ServerParameters.Size), Parameter.Id("rack", ServerParameters.Rack)];

    public override long TakesNs(ISpecs specs) =>
        specs.Spec<OperationsSpec>()!.BootNs + ThenNs(specs);

    internal override IEnumerable<string> Reaches(Command command, IEstate estate) => [command.Text("rack")];

    /// <summary>When it has booted it copies.</summary>
    internal override long ThenNs(ISpecs specs) => specs.Spec<DatabaseSpec>()?.ReplicaCopyNs ?? 0;
}
