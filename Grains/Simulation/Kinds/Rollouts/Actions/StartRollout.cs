using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>A version is rolled out to all servers by a strategy.</summary>
internal sealed class StartRollout : RolloutAction
{
    public override string Id => "start-rollout";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Run;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("version", ServerParameters.Version).Where<RolloutState>((_, estate, version) =>
            estate.States<ServerState>().Any(server => RolloutRules.Takes(server) && server.Version != version)),
        Parameter.Choice("strategy", "in-place", "in-place", "rolling", "canary", "recreate", "blue-green", "in-server",
            "replace"),
        Parameter.Number("fraction", 0.05, 1, "0.5").When("strategy", "in-place", "canary", "in-server"),
        Parameter.Duration("drain", 0, 300, "15").When("strategy", "in-place", "rolling", "canary", "recreate"),
        Parameter.Duration("bake", 0, 600, "10"),
        Parameter.Choice("how", "reload", "reload", "restart").When("strategy", "in-server"),
        ServerProcesses.Shutdown.When("strategy", "in-server"),
        Parameter.Choice("shift", "at-once", "at-once", "steps").When("strategy", "blue-green"),
        Parameter.Choice("old", "remove", "remove", "keep").When("strategy", "blue-green"),
        Parameter.Count("surge", 0, 100, "1").When("strategy", "replace"),
        Parameter.Count("unavailable", 0, 100, "0").When("strategy", "replace"),
        Parameter.Number("maxErrors", 0, 1, "1").Unset("1"), Parameter.Duration("maxLatency", 0, 60, "0").Unset("0"),
    ];

    internal override RolloutState Act(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        var version = command.Text("version");
        var options = OptionsOf(command);
        var todo = input.Servers.Where(server => RolloutRules.Takes(server) && server.Version != version).ToArray();
        var refusal = state.UnderWay ? RolloutRefusals.Running
            : !input.Versions.Contains(version) ? ServerRefusals.VersionUnknown
            : todo.Length == 0 ? RolloutRefusals.Nothing
            : options.Strategy == Strategy.BlueGreen
                && Array.Exists(todo, server => input.BalancerOf(server.Id).Length == 0) ? RolloutRefusals.NoBalancer
            : options.Strategy == Strategy.BlueGreen && !BlueGreen.HasRoom(input, todo.Length) ? RolloutRefusals.NoRoom
            : options.Strategy == Strategy.InServer && !Array.TrueForAll(todo, HasProxy) ? RolloutRefusals.NoProxy
            : options is { Strategy: Strategy.Replace, Surge: 0, Unavailable: 0 } ? RolloutRefusals.StandsStill
            : options is { Strategy: Strategy.Replace, Unavailable: 0 } && !BlueGreen.HasRoom(input, 1) ? RolloutRefusals.NoRoom
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, version);
            return state;
        }

        ruling.Done(command, RolloutEvents.Started, version, command.TextOr("strategy", "in-place"));
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
            Fleet = 0,
            Window = [],
            Watched = [],
            StartedNs = input.NowNs,
            DoneNs = 0,
            By = command.By,
            Command = command.Id,
        }, input, ruling);
    }

    private protected override Undo? Undo(Command command, RolloutState before, RolloutState after) =>
        Opposite<RollBack>(command);

    /// <summary>Logs older than a choice do not have it.</summary>
    private static RolloutOptions OptionsOf(Command command)
    {
        var strategy = StrategyOf(command);
        var replaces = strategy == Strategy.Replace;
        return new RolloutOptions(
            strategy, command.Real("fraction"), command.Duration("drain"), command.Duration("bake"),
            command.TextOr("how", "reload") == "restart", Nanoseconds.FromSeconds(command.RealOr("shutdown", 0)),
            command.TextOr("shift", "at-once") == "steps", command.TextOr("old", "remove") == "keep",
            command.RealOr("maxErrors", 1), Nanoseconds.FromSeconds(command.RealOr("maxLatency", 0)),
            replaces ? command.Number("surge") : 0, replaces ? command.Number("unavailable") : 0);
    }

    private static Strategy StrategyOf(Command command) =>
        command.TextOr("strategy", "in-place") switch
        {
            "rolling" => Strategy.Rolling,
            "canary" => Strategy.Canary,
            "recreate" => Strategy.Recreate,
            "blue-green" => Strategy.BlueGreen,
            "in-server" => Strategy.InServer,
            "replace" => Strategy.Replace,
            _ => Strategy.InPlace,
        };

    /// <summary>A web role on the server itself that can be turned to another port.</summary>
    private static bool HasProxy(ServerState server) =>
        server.Roles.Any(role => role.Role == Role.Web) && server.Roles.Any(role => role.Role == Role.App);
}
