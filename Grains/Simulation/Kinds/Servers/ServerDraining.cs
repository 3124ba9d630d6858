using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>Off its balancer and back again, asked of the server itself.</summary>
internal static class ServerDraining
{
    public static bool IsAttached(ServerState state, IEstate estate)
    {
        foreach (var balancer in estate.Those<IHandsOn>())
            if (balancer.IsAttached(state.Id)) return true;
        return false;
    }

    /// <param name="own">Why the action itself cannot be done; null: it can.</param>
    public static bool Refused(ServerState state, ServerInput input, Command command, RefusalCode? own, Ruling ruling)
    {
        var refusal = input.Home.Length == 0 ? ServerRefusals.HasNoBalancer
            : state.LeavingNs > 0 ? ServerRefusals.Leaving
            : state.Change is not null ? ServerRefusals.Changing
            : own;
        if (refusal is not null) ruling.Refuse(command, refusal, refusal == ServerRefusals.Leaving ? state.Id : input.Home);
        return refusal is not null;
    }
}
