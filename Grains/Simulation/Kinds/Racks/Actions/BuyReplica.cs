using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>The database's new replica takes a free unit here.</summary>
internal sealed class BuyReplica : RackAction
{
    public override string Id => Databases.Actions.AddReplica.Name;

    internal override bool IsOrder => true;

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var unit = state.Units.IndexOf("");
        var size = input.Context.Sizes.First(size => size.Id == command.Text("size"));
        var (replica, memory) = (input.Context.Replica, input.Context.Replica?.Roles.Sum(role => role.MemoryMiB) ?? 0);
        var refusal = replica is null ? RackRefusals.ReplicasFull
            : memory > size.MemoryMiB ? ServerRefusals.MemoryShort
            : RackRules.NoRoom(state, input, unit);
        if (refusal is not null)
        {
            var most = refusal == ServerRefusals.MemoryShort ? memory : Limits.Replicas;
            ruling.Refuse(command, refusal, Show(most), Show(size.MemoryMiB));
            return state;
        }

        ruling.Do(new PlaceServer(
            replica! with { Rack = state.Id, Slot = unit, Size = size, Lifecycle = Lifecycle.Booting, LifecycleEndsNs = 0 }));
        ruling.Done(command, RackEvents.ReplicaBought, replica.Id, size.Id, command.Target);
        ruling.Order(Orders.JoinReplica(command.By, command.Target, replica.Id));
        return state with { Units = state.Units.SetItem(unit, replica.Id) };
    }

    private protected override Undo? Undo(Command command, RackState before, RackState after) =>
        RackRules.Bought(before, after) is { } server
            ? By<Databases.Actions.RemoveReplica>(command.Target, ("server", server))
            : null;
}
