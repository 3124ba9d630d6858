using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Only the last so many MiB of logs stay on its disk; 0: all.</summary>
internal sealed class RotateLogs : ServerSetting
{
    public override string Id => "rotate-logs";

    public override int Place => 16;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count("keep", 0, Limits.DiskMiB, "1024").Unset("0")];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var keep = command.Number("keep");
        if (ServerDisk.Refused(state, command, keep, ruling)) return state;
        ruling.Done(command, keep == 0 ? ServerEvents.RotationOff : ServerEvents.RotationSet, Arguments.Show(keep));
        ruling.Do(new KeepLogs(state.Id, keep));
        return state with { LogKeepMiB = keep };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => ServerDisk.MayFill(state);

    private protected override Args Present(ServerState state, Command command) =>
        Arguments.Of(("keep", Arguments.Show(state.LogKeepMiB)));
}
