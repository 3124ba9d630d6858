using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>To another rack: it stops, is carried there and boots (<see cref="ServerChanges"/>).</summary>
internal sealed class MoveServer : ServerAction
{
    public const string Name = "move-server";

    private static ParameterSpec WhichRack { get; } = Parameter.Id("rack", ServerParameters.Rack)
        .Where<ServerState>((state, rack) => rack != state.Rack);

    public override string Id => Name;

    public override int Place => 8;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [WhichRack, Parameter.Flag("graceful", "true")];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.BootNs;

    /// <summary>The rack answers first: it keeps a unit, or refuses.</summary>
    internal override IEnumerable<string> Reaches(Command command, IEstate estate) => [command.Text("rack"), command.Target];

    /// <summary>The rack has looked for a unit already in this tick; without one it has refused.</summary>
    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var rack = command.Text("rack");
        var unit = rack == state.Rack ? -1 : input.Units![rack];
        if (unit < 0 || rack == state.Change?.Rack) return state;
        if (ServerChanges.Refused(state, command, ruling))
        {
            ruling.Order(Orders.FreeUnit(rack, state.Id));
            return state;
        }

        ruling.Done(command, ServerEvents.Moving, rack);
        var change = new ServerChange(null, rack, unit, "", command.By, input.NowNs);
        return ServerChanges.Begin(state, input, command, change, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) =>
        Choosing.Known(WhichRack, estate) is { Length: > 1 };

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        By<MoveServer>(command.Target, ("rack", before.Rack), ("graceful", command.Text("graceful")));
}
