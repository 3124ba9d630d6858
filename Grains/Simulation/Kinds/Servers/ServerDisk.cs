using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's disk: logs fill it, faster while debug logging is on, until they are cleared or rotated.</summary>
internal static class ServerDisk
{
    /// <summary>Finding and deleting old logs by hand.</summary>
    private const long ClearNs = 5 * Nanoseconds.PerSecond;

    public static ServerState Finish(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.LogFloodEndsNs > 0 && input.NowNs >= state.LogFloodEndsNs)
        {
            ruling.Do(new SetLogging(state.Id, 1));
            state = state with { LogFactor = 1, LogFloodEndsNs = 0 };
        }

        if (state.ClearLogsEndsNs == 0 || input.NowNs < state.ClearLogsEndsNs) return state;
        ruling.Do(new ClearLogs(state.Id));
        ruling.Say("logs-cleared");
        return state with { ClearLogsEndsNs = 0 };
    }

    public static ServerState Flood(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        ruling.Do(new SetLogging(state.Id, command.Real("amount")));
        return state with { LogFactor = command.Real("amount"), LogFloodEndsNs = input.NowNs + command.Duration("seconds") };
    }

    public static ServerState Carry(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var keep = command.Action == Actions.RotateLogs ? command.Number("keep") : 0;
        var refusal = state.Size.DiskMiB == 0 ? "disk-endless"
            : state.Lifecycle is Lifecycle.Off or Lifecycle.Stopped or Lifecycle.Booting ? "server-not-running"
            : keep >= state.Size.DiskMiB ? "rotation-too-big"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, Show(keep), Show(state.Size.DiskMiB));
            return state;
        }

        if (command.Action == Actions.ClearLogs)
        {
            ruling.Carry(command, "logs-clearing");
            return state with { ClearLogsEndsNs = input.NowNs + ClearNs };
        }

        ruling.Carry(command, keep == 0 ? "rotation-off" : "rotation-set", Show(keep));
        ruling.Do(new KeepLogs(state.Id, keep));
        return state with { LogKeepMiB = keep };
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
