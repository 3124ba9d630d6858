using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>A database's rule: its limits, how slow it is, and who its primary is (<see cref="Failover"/>).</summary>
public static class DatabaseRules
{
    public static Outcome<DatabaseState> Tick(DatabaseState state, DatabaseInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        if (state.SlowEndsNs > 0 && input.NowNs >= state.SlowEndsNs) state = state with { SlowFactor = 1, SlowEndsNs = 0 };
        if (state.LagEndsNs > 0 && input.NowNs >= state.LagEndsNs) state = state with { LagFactor = 1, LagEndsNs = 0 };
        foreach (var command in input.Commands)
        {
            state = ruling.Take(state, command, now =>
            {
                if (command.Action != Actions.KillSession) return Carry(now, input, command, ruling);
                input = SessionRules.Kill(input, command, ruling);
                return now;
            });
        }

        state = ReplicaRules.Watch(state, input, ruling);
        state = Failover.Watch(state, input, ruling);
        if (state.Breaker != before.Breaker) ruling.Do(new SetDatabaseBreaker(state.Breaker));
        if (state != before)
            ruling.Do(new SetDatabase(
                state.Id, state.MaxConnections, state.SlowFactor, state.PoolSize, state.CurrentLagNs,
                state.LockTimeoutNs, state.StatementTimeoutNs, state.PoolTimeoutNs));
        return ruling.With(state);
    }

    private static DatabaseState Carry(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        switch (command.Action)
        {
            case Actions.SetMaxConnections:
                ruling.Carry(command, "database-connections-set", command.Text("connections"));
                return state with { MaxConnections = command.Number("connections") };
            case Actions.SetPool:
                ruling.Carry(command, "database-pool-set", command.Text("connections"));
                return state with { PoolSize = command.Number("connections") };
            case Actions.SetLockTimeout:
                ruling.Carry(command, "lock-timeout-set", command.Text("seconds"));
                return state with { LockTimeoutNs = command.Duration("seconds") };
            case Actions.SetStatementTimeout:
                ruling.Carry(command, "statement-timeout-set", command.Text("seconds"));
                return state with { StatementTimeoutNs = command.Duration("seconds") };
            case Actions.SetPoolTimeout:
                ruling.Carry(command, "pool-timeout-set", command.Text("seconds"));
                return state with { PoolTimeoutNs = command.Duration("seconds") };
            case Actions.SetBreaker:
                return state with { Breaker = BreakerRules.Set(state.Breaker, command, toDatabase: true, ruling) };
            case Actions.JoinReplica:
                return ReplicaRules.Join(state, command, ruling);
            case Actions.RemoveReplica:
                return ReplicaRules.Remove(state, command, ruling);
            case Actions.FailOver:
                return Failover.Order(state, input, command, ruling);
            case Actions.DatabaseSlow:
                return state with { SlowFactor = command.Real("amount"), SlowEndsNs = input.NowNs + command.Duration("seconds") };
            case Actions.ReplicationLag:
                return state with { LagFactor = command.Real("amount"), LagEndsNs = input.NowNs + command.Duration("seconds") };
            default:
                return state;
        }
    }
}
