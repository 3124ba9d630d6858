using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>What people do to a rollout.</summary>
internal static class RolloutCommands
{
    public static RolloutState Carry(RolloutState state, RolloutInput input, Command command, Ruling ruling) => command.Action switch
    {
        Actions.StartRollout => Start(state, input, command, ruling),
        Actions.PauseRollout => Pause(state, command, ruling),
        Actions.ResumeRollout => Resume(state, input, command, ruling),
        Actions.RollBack => RollBack(state, input, command, ruling),
        _ => state,
    };

    /// <summary>Turns a rollout round: what it changed goes back to the version it came from.</summary>
    public static RolloutState TurnBack(RolloutState state, RolloutInput input, string by, string command, Ruling ruling)
    {
        // going back is urgent: nobody watches between batches
        var options = state.Options with { BakeNs = 0 };
        state = state with { Status = RolloutStatus.RollingBack, Options = options, By = by, Command = command, Window = [], Watched = [] };
        if (options.Strategy == Strategy.BlueGreen) return BlueGreen.TurnBack(state, input, ruling);
        state = options.Strategy == Strategy.InServer ? InServer.TurnBack(state, input) : InPlace.TurnBack(state, input, by, ruling);
        return RolloutRules.Begin(state with { Version = state.FromVersion, FromVersion = state.Version }, input, ruling);
    }

    private static RolloutState Start(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        var version = command.Text("version");
        var options = OptionsOf(command);
        var todo = input.Servers.Where(server => RolloutRules.Takes(server) && server.Version != version).ToArray();
        var refusal = state.UnderWay ? "rollout-running"
            : !input.Versions.Contains(version) ? "version-unknown"
            : todo.Length == 0 ? "rollout-nothing"
            : options.Strategy == Strategy.BlueGreen && Array.Exists(todo, server => input.BalancerOf(server.Id).Length == 0) ? "rollout-no-balancer"
            : options.Strategy == Strategy.BlueGreen && !BlueGreen.HasRoom(input, todo.Length) ? "rollout-no-room"
            : options.Strategy == Strategy.InServer && !Array.TrueForAll(todo, HasProxy) ? "rollout-no-proxy"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, version);
            return state;
        }

        ruling.Carry(command, "rollout-started", version, command.TextOr("strategy", "in-place"));
        return RolloutRules.Begin(state with
        {
            Status = RolloutStatus.Running,
            Version = version,
            FromVersion = todo[0].Version,
            Options = options,
            Batch = [],
            Done = [],
            Waiting = [.. todo.Select(server => server.Id)],
            Share = 0,
            Bought = 0,
            Window = [],
            Watched = [],
            StartedNs = input.NowNs,
            DoneNs = 0,
            By = command.By,
            Command = command.Id,
        }, input, ruling);
    }

    private static RolloutOptions OptionsOf(Command command) => new(
        command.TextOr("strategy", "in-place") switch
        {
            "rolling" => Strategy.Rolling,
            "canary" => Strategy.Canary,
            "recreate" => Strategy.Recreate,
            "blue-green" => Strategy.BlueGreen,
            "in-server" => Strategy.InServer,
            _ => Strategy.InPlace,
        },
        command.Real("fraction"), command.Duration("drain"), command.Duration("bake"),
        command.TextOr("how", "reload") == "restart", Nanoseconds.FromSeconds(command.RealOr("shutdown", 0)),
        command.TextOr("shift", "at-once") == "steps", command.TextOr("old", "remove") == "keep",
        command.RealOr("maxErrors", 1), Nanoseconds.FromSeconds(command.RealOr("maxLatency", 0)));

    /// <summary>A web role on the server itself that can be turned to another port.</summary>
    private static bool HasProxy(ServerState server) =>
        server.Roles.Any(role => role.Role == Role.Web) && server.Roles.Any(role => role.Role == Role.App);

    private static RolloutState Pause(RolloutState state, Command command, Ruling ruling)
    {
        if (state.Status != RolloutStatus.Running)
        {
            ruling.Refuse(command, "rollout-not-running");
            return state;
        }

        ruling.Carry(command, "rollout-paused", state.Version);
        return state with { Status = RolloutStatus.Paused };
    }

    private static RolloutState Resume(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status != RolloutStatus.Paused)
        {
            ruling.Refuse(command, "rollout-not-paused");
            return state;
        }

        ruling.Carry(command, "rollout-resumed", state.Version);
        // what was being waited for may take its time anew
        return (state with { Status = RolloutStatus.Running }).Enter(state.Step, input.NowNs, Math.Max(0, state.StepEndsNs - state.StepStartedNs));
    }

    private static RolloutState RollBack(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status is not (RolloutStatus.Running or RolloutStatus.Paused or RolloutStatus.Done or RolloutStatus.Failed))
        {
            ruling.Refuse(command, "rollout-nothing-to-roll-back");
            return state;
        }

        ruling.Carry(command, "rollout-rolling-back", state.FromVersion);
        return TurnBack(state, input, command.By, command.Id, ruling);
    }
}
