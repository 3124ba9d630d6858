using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>A database's rule: its limits, how slow it is, and who its primary is (<see cref="Failover"/>).</summary>
public static class DatabaseRules
{
    private static readonly ActionSet<DatabaseState, DatabaseInput> Actions = new();

    public static Outcome<DatabaseState> Tick(DatabaseState state, DatabaseInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        if (state.SlowEndsNs > 0 && input.NowNs >= state.SlowEndsNs) state = state with { SlowFactor = 1, SlowEndsNs = 0 };
        if (state.LagEndsNs > 0 && input.NowNs >= state.LagEndsNs) state = state with { LagFactor = 1, LagEndsNs = 0 };
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        state = ReplicaRules.Watch(state, input, ruling);
        state = Failover.Watch(state, input, ruling);
        state = AlterRules.Watch(state, input, ruling);
        if (state.Breaker != before.Breaker) ruling.Do(new SetDatabaseBreaker(state.Breaker));
        if (state != before)
            ruling.Do(new SetDatabase(
                state.Id, state.MaxConnections, state.SlowFactor, state.PoolSize, state.CurrentLagNs,
                state.LockTimeoutNs, state.StatementTimeoutNs, state.PoolTimeoutNs, state.Pooler));
        return ruling.With(state);
    }
}
