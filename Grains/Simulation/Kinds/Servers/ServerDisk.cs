using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's disk: logs fill it, faster while debug logging is on, until they are cleared or rotated.</summary>
internal static class ServerDisk
{
    public static bool MayFill(ServerState state) => state.Size.DiskMiB > 0;

    public static ServerState Finish(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.LogFloodEndsNs > 0 && input.NowNs >= state.LogFloodEndsNs)
        {
            ruling.Do(new SetLogging(state.Id, 1));
            state = state with { LogFactor = 1, LogFloodEndsNs = 0 };
        }

        if (state.ClearLogsEndsNs == 0 || input.NowNs < state.ClearLogsEndsNs) return state;
        ruling.Do(new ClearLogs(state.Id));
        ruling.Say(ServerEvents.LogsCleared);
        return state with { ClearLogsEndsNs = 0 };
    }

    /// <summary>What clearing and rotating need.</summary>
    /// <param name="keepMiB">Of logs on its disk; 0: as many as there are.</param>
    public static bool Refused(ServerState state, Command command, int keepMiB, Ruling ruling)
    {
        var refusal = !MayFill(state) ? ServerRefusals.DiskEndless
            : state.Lifecycle is Lifecycle.Off or Lifecycle.Stopped or Lifecycle.Booting ? ServerRefusals.NotRunning
            : !SizeSpec.MayKeep(keepMiB, state.Size.DiskMiB) ? ServerRefusals.RotationTooBig
            : null;
        if (refusal is not null) ruling.Refuse(command, refusal, Arguments.Show(keepMiB), Arguments.Show(state.Size.DiskMiB));
        return refusal is not null;
    }
}
