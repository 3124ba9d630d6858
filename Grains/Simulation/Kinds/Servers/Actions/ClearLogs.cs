using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Somebody finds old logs on its disk and deletes them by hand.</summary>
internal sealed class ClearLogs : ServerAction
{
    private const long ClearNs = 5 * Nanoseconds.PerSecond;

    public override string Id => "clear-logs";

    public override int Place => 15;

    public override ActionTopic Topic => ActionTopic.Run;

    public override long TakesNs(ISpecs specs) => ClearNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (ServerDisk.Refused(state, command, keepMiB: 0, ruling)) return state;
        ruling.Done(command, ServerEvents.LogsClearing);
        return state with { ClearLogsEndsNs = input.NowNs + ClearNs };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => ServerDisk.MayFill(state);
}
