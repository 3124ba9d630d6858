using System.Globalization;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>
/// Versions beside each other on one server: the next one starts on the idle port, the web role is switched to it (gracefully, or
/// with a restart that cuts requests in flight), the old one is stopped.
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
        ruling.Say(ServerEvents.PortSwitched, Show(to.Number), version);
        return state with
        {
            Switch = null,
            Version = version,
            Roles = [.. state.Roles.Select(role => role.Role == Role.App ? to.Role! : role)],
            Ports =
            [
                .. state.Ports.Select((port, index) => port with
                {
                    Stage = index == turn.Port ? PortStage.Serving
                        : port.Stage == PortStage.Serving ? PortStage.Ready
                        : port.Stage,
                }),
            ],
        };
    }

    /// <summary>What installing, switching and stopping need.</summary>
    /// <param name="idle">Index of the port that does not serve.</param>
    public static bool Refused(ServerState state, int idle, Command command, Ruling ruling)
    {
        var refusal = idle < 0 ? ServerRefusals.RoleMissing
            : state.Lifecycle != Lifecycle.Running ? ServerRefusals.NotRunning
            : state.Switch is not null ? ServerRefusals.SwitchPending
            : null;
        if (refusal is not null) ruling.Refuse(command, refusal, "app");
        return refusal is not null;
    }

    /// <summary>Index of the port that does not serve; −1: the server has none.</summary>
    public static int Idle(ServerState state)
    {
        for (var index = 0; index < state.Ports.Length; index++)
            if (state.Ports[index].Stage != PortStage.Serving) return index;
        return -1;
    }

    /// <summary>Something stands on the port that does not serve, or comes to it, or leaves it.</summary>
    public static bool HasBeside(ServerState state) =>
        state.Ports.Any(port => port.Stage is not (PortStage.Empty or PortStage.Serving));

    public static ServerState Put(ServerState state, int index, PortState port) =>
        state with { Ports = state.Ports.SetItem(index, port) };

    private static ServerState FinishStage(ServerState state, ServerInput input, int index, Ruling ruling)
    {
        var port = state.Ports[index];
        switch (port.Stage)
        {
            case PortStage.Installing when input.NowNs >= port.EndsNs:
                ruling.Do(new StartBeside(state.Id, port.Role!, index, port.Version));
                var readyNs = input.NowNs + input.Context.RestartNs;
                return Put(state, index, port with { Stage = PortStage.Starting, EndsNs = readyNs });
            case PortStage.Starting when input.NowNs >= port.EndsNs:
                ruling.Say(ServerEvents.PortReady, Show(port.Number), port.Version);
                return Put(state, index, port with { Stage = PortStage.Ready, EndsNs = 0 });
            case PortStage.Stopping when !input.Telemetry.Others.Any(other => other.Role == Role.App && other.Port == index):
                ruling.Say(ServerEvents.PortStopped, Show(port.Number), port.Version);
                return Put(state, index, PortState.Empty(port.Number));
            default:
                return state;
        }
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
