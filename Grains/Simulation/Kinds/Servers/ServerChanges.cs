using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>
/// Another size or another rack, as a cloud's instance gets it: out of its balancer and drained (or cut at once), stopped,
/// changed, booted, and back to its balancer.
/// </summary>
internal static class ServerChanges
{
    /// <summary>Somebody may have attached it again while it drains.</summary>
    private const long DetachAgainNs = 5 * Nanoseconds.PerSecond;

    public static ServerState Proceed(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Running) return state;
        var since = input.NowNs - state.Change!.SinceNs;
        if (input.Attached && since > 0 && since % DetachAgainNs == 0) ruling.Order(Orders.Detach("", input.Balancer, state.Id));
        // an order of the last tick is carried out in this one
        if (input.Balancer.Length > 0 || since <= Nanoseconds.PerTick) return state;
        return ServerLifecycle.Drain(state, input, ruling);
    }

    /// <summary>Nothing runs on it at this moment.</summary>
    public static ServerState Become(ServerState state, Ruling ruling)
    {
        if (state.Change is not { } change) return state;
        if (change.Size is { } size)
        {
            ruling.Do(new ResizeServer(state.Id, size));
            ruling.Say(ServerEvents.Resized, size.Id);
            state = state with { Size = size };
        }

        if (change.Rack.Length > 0)
        {
            ruling.Do(new MoveServer(state.Id, change.Rack));
            ruling.Order(Orders.FreeUnit(state.Rack, state.Id));
            ruling.Say(ServerEvents.Moved, change.Rack);
            state = state with { Rack = change.Rack, Slot = change.Slot };
        }

        if (change.Balancer.Length > 0) ruling.Order(Orders.Attach(change.By, change.Balancer, state.Id));
        return state with { Change = null };
    }

    /// <summary>What both need.</summary>
    public static bool Refused(ServerState state, Command command, Ruling ruling)
    {
        var refusal = state.LeavingNs > 0 ? ServerRefusals.Leaving
            : state.Change is not null ? ServerRefusals.Changing
            : state.Lifecycle is Lifecycle.Running or Lifecycle.Crashed or Lifecycle.Stopped or Lifecycle.Off ? null
            : ServerRefusals.NotRunning;
        if (refusal is not null) ruling.Refuse(command, refusal, state.Id);
        return refusal is not null;
    }

    /// <summary>Gracefully, as the command says, or at once.</summary>
    public static ServerState Begin(ServerState state, ServerInput input, Command command, ServerChange change, Ruling ruling)
    {
        var drains = command.Flag("graceful") && state.Lifecycle == Lifecycle.Running;
        if (drains && input.Attached)
        {
            change = change with { Balancer = input.Balancer };
            ruling.Order(Orders.Detach(command.By, input.Balancer, state.Id));
        }

        state = state with { Change = change };
        switch (state.Lifecycle)
        {
            case Lifecycle.Running when drains:
                return state;
            case Lifecycle.Stopped:
                return Become(state, ruling);
            case Lifecycle.Running:
                ruling.Do(new SetReachability(state.Id, Reachability.Silent));
                ruling.Do(new CutServer(state.Id));
                ruling.Do(new SetHung(state.Id, false));
                return ServerLifecycle.Boot(state.Emptied(), input, ruling);
            default:
                ruling.Do(new SetReachability(state.Id, Reachability.Silent));
                return ServerLifecycle.Boot(state, input, ruling);
        }
    }
}
