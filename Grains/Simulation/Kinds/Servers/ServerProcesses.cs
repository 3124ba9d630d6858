using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's processes: reloaded gracefully, killed one by one, started again by their supervisor.</summary>
internal static class ServerProcesses
{
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
        ruling.Say("server-reloaded");
        var roles = state.Roles.Select(role => Next(state, role.Role) ?? role).ToArray();
        return state with
        {
            Roles = [.. roles], NextRoles = [], ReloadEndsNs = 0, Ports = PortState.Serve(state.Ports, [.. roles], state.Version),
        };
    }

    public static ServerState Reload(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (RefuseReload(state, input, command, ruling, out var role)) return state;
        ruling.Carry(command, "reloading", command.Text("role"));
        return Begin(state, input, role, command.Duration("shutdown"));
    }

    public static ServerState ChangeThreads(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (RefuseReload(state, input, command, ruling, out var role)) return state;
        var next = role with { Processes = command.Number("processes"), Threads = command.Number("threads") };
        var memory = next.MemoryMiB
            + state.Roles.Where(other => other.Role != next.Role).Sum(other => (Next(state, other.Role) ?? other).MemoryMiB);
        if (memory > state.Size.MemoryMiB)
        {
            ruling.Refuse(command, "memory-short", Show(memory), Show(state.Size.MemoryMiB));
            return state;
        }

        ruling.Carry(command, "threads-changing", command.Text("role"), command.Text("processes"), command.Text("threads"));
        return Begin(state, input, next, shutdownNs: 0);
    }

    /// <summary>An operator's kill, or the fault: without a role and a number the first application process.</summary>
    public static ServerState Kill(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var role = RoleOf(command);
        var process = (command.Args.ContainsKey("process") ? command.Number("process") : 1) - 1;
        var running = input.Telemetry.Roles.FirstOrDefault(each => each.Role == role);
        var refusal = running is null ? "role-missing"
            : state.Lifecycle != Lifecycle.Running ? "server-not-running"
            : process >= running.Busy.Length ? "process-missing"
            : IsDown(state, running.Generation, process) ? "process-down-already"
            : null;
        if (refusal is not null)
        {
            // a fault that finds nothing to break breaks nothing
            if (command.Action == Actions.KillProcess) ruling.Refuse(command, refusal, NameOf(role), Show(process + 1));
            return state;
        }

        if (command.Action == Actions.KillProcess) ruling.Carry(command, "process-killing", NameOf(role), Show(process + 1));
        else ruling.Say("process-crashed", NameOf(role), Show(process + 1));
        return Strike(state, input, running!.Generation, process, ruling);
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

    public static string NameOf(Role role) => role == Role.Web ? "web" : role == Role.App ? "app" : "db";

    public static Role RoleOf(Command command) => command.TextOr("role", "app") == "web" ? Role.Web : Role.App;

    /// <summary>The worker shutdown timeout a command asks for; 0: the scenario's.</summary>
    public static long ShutdownNs(ServerInput input, long askedNs) => askedNs > 0 ? askedNs : input.Context.ShutdownNs;

    private static bool RefuseReload(ServerState state, ServerInput input, Command command, Ruling ruling, out RoleState role)
    {
        var wanted = RoleOf(command);
        var known = Next(state, wanted) ?? state.Roles.FirstOrDefault(role => role.Role == wanted);
        role = known!;
        var refusal = known is null ? "role-missing"
            : state.Lifecycle != Lifecycle.Running ? "server-not-running"
            : state.Switch is not null ? "switch-pending"
            : !HasRoomForGeneration(input, wanted) ? "generations-full"
            : null;
        if (refusal is not null) ruling.Refuse(command, refusal, command.Text("role"), Show(Limits.Generations));
        return refusal is not null;
    }

    /// <summary>What waits already waits with it.</summary>
    private static ServerState Begin(ServerState state, ServerInput input, RoleState next, long shutdownNs) => state with
    {
        NextRoles = state.NextRoles.RemoveAll(role => role.Role == next.Role).Add(next),
        ReloadEndsNs = input.NowNs + input.Context.ReloadNs,
        ReloadShutdownNs = ShutdownNs(input, shutdownNs),
    };

    private static RoleState? Next(ServerState state, Role role) => state.NextRoles.FirstOrDefault(next => next.Role == role);

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
