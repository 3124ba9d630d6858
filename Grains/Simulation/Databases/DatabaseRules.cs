using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Databases;

/// <summary>A database's rule: its limits, and how slow it is.</summary>
public static class DatabaseRules
{
    public static Outcome<DatabaseState> Tick(DatabaseState state, DatabaseInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        if (state.SlowEndsNs > 0 && input.NowNs >= state.SlowEndsNs) state = state with { SlowFactor = 1, SlowEndsNs = 0 };
        foreach (var command in input.Commands)
        {
            switch (command.Action)
            {
                case Actions.SetMaxConnections:
                    state = state with { MaxConnections = command.Number("connections") };
                    ruling.Carry(command, "database-connections-set", command.Text("connections"));
                    break;
                case Actions.SetBreaker:
                    state = SetBreaker(state, command, ruling);
                    break;
                case Actions.DatabaseSlow:
                    state = state with { SlowFactor = command.Real("amount"), SlowEndsNs = input.NowNs + command.Duration("seconds") };
                    break;
            }
        }

        if (state.Breaker != before.Breaker) ruling.Do(new SetBreaker(Role.App, state.Breaker));
        if (state != before) ruling.Do(new SetDatabase(state.Id, state.MaxConnections, state.Slots, state.SlowFactor));
        return ruling.With(state);
    }

    private static DatabaseState SetBreaker(DatabaseState state, Command command, Ruling ruling)
    {
        if (!command.Flag("on"))
        {
            ruling.Carry(command, "breaker-off");
            return state with { Breaker = null };
        }

        var breaker = new BreakerSpec(
            command.Real("errors"), command.Number("window"), command.Number("calls"), command.Duration("open"), command.Number("tries"));
        if (Math.Max(breaker.LeastCalls, breaker.Tries) > breaker.Window)
        {
            ruling.Refuse(command, "breaker-window-short", command.Text("window"));
            return state;
        }

        ruling.Carry(command, "breaker-set", command.Text("errors"), command.Text("calls"), command.Text("open"));
        return state with { Breaker = breaker };
    }
}
