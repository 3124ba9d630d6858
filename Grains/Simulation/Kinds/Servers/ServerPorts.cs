using System.Globalization;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>
/// Versions beside each other on one server: the next one starts on the idle port, the web role is switched to it (gracefully, or
/// with a restart that cuts what is under way), the old one is stopped.
/// </summary>
internal static class ServerPorts
{
    public static ServerState Finish(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Running) return state;
        for (var index = 0; index < state.Ports.Length; index++) state = FinishStage(state, input, index, ruling);
        if (state.Switch is not { } turn || input.NowNs < turn.EndsNs) return state;
        var (to, version) = (state.Ports[turn.Port], state.Ports[turn.Port].Version);
        ruling.Do(new SwitchPort(state.Id, state.Roles.First(role => role.Role == Role.Web), turn.Port, turn.ShutdownNs));
        ruling.Say("port-switched", Show(to.Number), version);
        return state with
        {
            Switch = null,
            Version = version,
            Roles = [.. state.Roles.Select(role => role.Role == Role.App ? to.Role! : role)],
            Ports =
            [
                .. state.Ports.Select((port, index) => port with
                {
                    Stage = index == turn.Port ? PortStage.Serving : port.Stage == PortStage.Serving ? PortStage.Ready : port.Stage,
                }),
            ],
        };
    }

    public static ServerState Install(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var version = command.Text("version");
        var idle = Idle(state);
        var app = state.Roles.FirstOrDefault(role => role.Role == Role.App);
        if (Refused(state, idle, command, ruling)) return state;
        var refusal = !input.Context.Versions.Contains(version) ? "version-unknown"
            : state.Ports[idle].Stage != PortStage.Empty ? "port-taken"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, refusal == "port-taken" ? Show(state.Ports[idle].Number) : version);
            return state;
        }

        var memory = (long)Math.Ceiling(input.Telemetry.MemoryMiB) + app!.MemoryMiB;
        if (memory > state.Size.MemoryMiB)
        {
            ruling.Refuse(command, "memory-short", Show(memory), Show(state.Size.MemoryMiB));
            return state;
        }

        ruling.Carry(command, "port-installing", Show(state.Ports[idle].Number), version);
        return Put(state, idle, state.Ports[idle] with
        {
            Stage = PortStage.Installing, Version = version, EndsNs = input.NowNs + input.Context.InstallNs, Role = app,
        });
    }

    public static ServerState Switch(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var idle = Idle(state);
        if (Refused(state, idle, command, ruling)) return state;
        var refusal = !state.Roles.Any(role => role.Role == Role.Web) ? "no-proxy"
            : state.Ports[idle].Stage != PortStage.Ready ? "port-not-ready"
            : !state.NextRoles.IsEmpty ? "reload-pending"
            : !ServerProcesses.HasRoomForGeneration(input, Role.Web) ? "generations-full"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, refusal == "generations-full" ? "web" : Show(state.Ports[idle].Number), Show(Limits.Generations));
            return state;
        }

        var restarts = command.Text("how") == "restart";
        if (restarts) ruling.Do(new CutRole(state.Id, Role.Web));
        ruling.Carry(command, restarts ? "port-switching-restart" : "port-switching-reload", Show(state.Ports[idle].Number));
        var takes = restarts ? input.Context.RestartNs : input.Context.ReloadNs;
        return state with
        {
            Switch = new PortSwitch(
                idle, restarts, input.NowNs + takes, ServerProcesses.ShutdownNs(input, command.Duration("shutdown"))),
        };
    }

    public static ServerState Stop(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var idle = Idle(state);
        if (Refused(state, idle, command, ruling)) return state;
        var port = state.Ports[idle];
        if (port.Stage is PortStage.Empty or PortStage.Stopping)
        {
            ruling.Refuse(command, "port-empty", Show(port.Number));
            return state;
        }

        ruling.Carry(command, "port-stopping", Show(port.Number), port.Version);
        if (port.Stage == PortStage.Installing) return Put(state, idle, PortState.Empty(port.Number));
        ruling.Do(new StopPort(state.Id, idle, ServerProcesses.ShutdownNs(input, command.Duration("shutdown"))));
        return Put(state, idle, port with { Stage = PortStage.Stopping, EndsNs = 0 });
    }

    private static ServerState FinishStage(ServerState state, ServerInput input, int index, Ruling ruling)
    {
        var port = state.Ports[index];
        switch (port.Stage)
        {
            case PortStage.Installing when input.NowNs >= port.EndsNs:
                ruling.Do(new StartBeside(state.Id, port.Role!, index, port.Version));
                return Put(state, index, port with { Stage = PortStage.Starting, EndsNs = input.NowNs + input.Context.RestartNs });
            case PortStage.Starting when input.NowNs >= port.EndsNs:
                ruling.Say("port-ready", Show(port.Number), port.Version);
                return Put(state, index, port with { Stage = PortStage.Ready, EndsNs = 0 });
            case PortStage.Stopping when !input.Telemetry.Others.Any(other => other.Role == Role.App && other.Port == index):
                ruling.Say("port-stopped", Show(port.Number), port.Version);
                return Put(state, index, PortState.Empty(port.Number));
            default:
                return state;
        }
    }

    /// <summary>What all three need.</summary>
    private static bool Refused(ServerState state, int idle, Command command, Ruling ruling)
    {
        var refusal = idle < 0 ? "role-missing"
            : state.Lifecycle != Lifecycle.Running ? "server-not-running"
            : state.Switch is not null ? "switch-pending"
            : null;
        if (refusal is not null) ruling.Refuse(command, refusal, "app");
        return refusal is not null;
    }

    /// <summary>Index of the port that does not serve; −1: the server has none.</summary>
    private static int Idle(ServerState state)
    {
        for (var index = 0; index < state.Ports.Length; index++)
            if (state.Ports[index].Stage != PortStage.Serving) return index;
        return -1;
    }

    private static ServerState Put(ServerState state, int index, PortState port) => state with { Ports = state.Ports.SetItem(index, port) };

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
