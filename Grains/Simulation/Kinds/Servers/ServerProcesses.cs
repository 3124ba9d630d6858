using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's processes: reloaded gracefully, killed one by one, started again by their supervisor.</summary>
internal static class ServerProcesses
{
    public static ParameterSpec WhichRole { get; } = Parameter.Choice("role", "app", "web", "app", "worker")
        .Where<ServerState>((state, role) => state.Roles.Any(one => NameOf(one.Role) == role));

    public static ParameterSpec WhichProcess { get; } = Parameter.Count("process", 1, Limits.Processes, "1");

    /// <summary>Worker shutdown timeout; 0: the scenario's, which is none unless it says so.</summary>
    public static ParameterSpec Shutdown { get; } = Parameter.Duration("shutdown", 0, 3600, "0").Unset("0", 0.25);

    public static ServerState Finish(ServerState state, ServerInput input, Ruling ruling)
    {
        foreach (var down in state.Down)
        {
            if (input.NowNs < down.UntilNs) continue;
            ruling.Do(new StartProcess(state.Id, down.Generation, down.Process));
            state = state with { Down = state.Down.Remove(down) };
        }

        if (state.ReloadEndsNs == 0 || input.NowNs < state.ReloadEndsNs) return state;
        foreach (var role in state.NextRoles) ruling.Do(new ReloadRole(state.Id, role, state.ReloadShutdownNs));
        ruling.Say(ServerEvents.Reloaded);
        var roles = state.Roles.Select(role => Next(state, role.Role) ?? role).ToArray();
        return state with
        {
            Roles = [.. roles], NextRoles = [], ReloadEndsNs = 0, Ports = PortState.Serve(state.Ports, [.. roles], state.Version),
        };
    }

    /// <param name="role">As it will be when what waits already has come about.</param>
    public static bool RefuseReload(ServerState state, ServerInput input, Command command, Ruling ruling, out RoleState role)
    {
        var wanted = RoleOf(command);
        var known = Next(state, wanted) ?? state.Roles.FirstOrDefault(role => role.Role == wanted);
        role = known!;
        var refusal = known is null ? ServerRefusals.RoleMissing
            : state.Lifecycle != Lifecycle.Running ? ServerRefusals.NotRunning
            : state.Switch is not null ? ServerRefusals.SwitchPending
            : !HasRoomForGeneration(input, wanted) ? ServerRefusals.GenerationsFull
            : null;
        if (refusal is not null) ruling.Refuse(command, refusal, command.Text("role"), Arguments.Show(Limits.Generations));
        return refusal is not null;
    }

    /// <summary>A role's next processes will be of this shape. What waits already waits with it.</summary>
    public static ServerState Reload(ServerState state, ServerInput input, RoleState next, long shutdownNs) => state with
    {
        NextRoles = state.NextRoles.RemoveAll(role => role.Role == next.Role).Add(next),
        ReloadEndsNs = input.NowNs + input.Context.ReloadNs,
        ReloadShutdownNs = ShutdownNs(input, shutdownNs),
    };

    /// <summary>Why a process cannot be ended; null: it can.</summary>
    /// <param name="process">From 0.</param>
    public static RefusalCode? WhyNotKill(ServerState state, ServerInput input, Role role, int process, out int generation)
    {
        var running = input.Telemetry.Roles.FirstOrDefault(each => each.Role == role);
        generation = running?.Generation ?? 0;
        return running is null ? ServerRefusals.RoleMissing
            : state.Lifecycle != Lifecycle.Running ? ServerRefusals.NotRunning
            : process >= running.Busy.Length ? ServerRefusals.ProcessMissing
            : IsDown(state, generation, process) ? ServerRefusals.ProcessDownAlready
            : null;
    }

    /// <summary>A process ends with what it holds; its supervisor starts it again after the restart time.</summary>
    public static ServerState Strike(ServerState state, ServerInput input, int generation, int process, Ruling ruling)
    {
        ruling.Do(new KillProcess(state.Id, generation, process));
        return state with { Down = state.Down.Add(new DownProcess(generation, process, input.NowNs + input.Context.RestartNs)) };
    }

    public static bool IsDown(ServerState state, int generation, int process) =>
        state.Down.Any(down => down.Generation == generation && down.Process == process);

    /// <summary>Old generations, the one that takes requests, and one that may stand beside it.</summary>
    public static bool HasRoomForGeneration(ServerInput input, Role role) =>
        input.Telemetry.Others.Count(other => other.Role == role) + 1 < Limits.Generations;

    public static string NameOf(Role role) => role switch
    {
        Role.Web => "web",
        Role.App => "app",
        Role.Worker => "worker",
        _ => "db",
    };

    /// <summary>Which process a command means, from 0; without a role and a number the first application process.</summary>
    public static (Role Role, int Process) WhichOf(Command command) =>
        (RoleOf(command), (command.Args.ContainsKey("process") ? command.Number("process") : 1) - 1);

    /// <summary>The worker shutdown timeout a command asks for; 0: the scenario's.</summary>
    public static long ShutdownNs(ServerInput input, long askedNs) => askedNs > 0 ? askedNs : input.Context.ShutdownNs;

    /// <summary>A role as it is about to be reloaded; null: it is not.</summary>
    public static RoleState? Next(ServerState state, Role role) => state.NextRoles.FirstOrDefault(next => next.Role == role);

    private static Role RoleOf(Command command) => command.TextOr("role", "app") switch
    {
        "web" => Role.Web,
        "worker" => Role.Worker,
        _ => Role.App,
    };
}
