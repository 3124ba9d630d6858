using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>It leaves for good: detached, drained, stopped, then gone (<see cref="ServerRemoval"/>).</summary>
internal sealed class RemoveServer : ServerAction
{
    public override string Id => "remove-server";

    public override ActionTopic Topic => ActionTopic.Capacity;

    /// <summary>What cannot be taken back stands last, before the looks.</summary>
    public override int Place => 999;

    /// <summary>A database may order it for a replica it has given up.</summary>
    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var retired = Orders.IsOfReplica(command);
        var refusal = state.LeavingNs > 0 ? ServerRefusals.Leaving
            : !retired && state.Change is not null ? ServerRefusals.Changing
            : !retired && state.Roles.Any(role => role.Role == Role.Db) ? ServerRefusals.HasDatabase
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, state.Id);
            return state;
        }

        ruling.Done(command, ServerEvents.Removing);
        if (input.Attached) ruling.Order(Orders.Detach(command.By, input.Balancer, state.Id));
        if (state.Change is { Rack.Length: > 0 } move) ruling.Order(Orders.FreeUnit(move.Rack, state.Id));
        return state with { LeavingNs = input.NowNs, Change = null };
    }
}
