using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Other cores, memory and disk: it stops, changes and boots (<see cref="ServerChanges"/>).</summary>
internal sealed class ChangeSize : ServerAction
{
    public override string Id => "change-size";

    public override int Place => 7;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("size", ServerParameters.Size).Where<ServerState>((state, size) => size != state.Size.Id),
        Parameter.Flag("graceful", "true"),
    ];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.BootNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var size = input.Context.Sizes.First(size => size.Id == command.Text("size"));
        var memory = state.Roles.Sum(role => role.MemoryMiB);
        var logs = Math.Ceiling(input.Telemetry.DiskShare * state.Size.DiskMiB);
        var limited = size.DiskMiB > 0;
        if (ServerChanges.Refused(state, command, ruling)) return state;
        if (state.Lifecycle == Lifecycle.Off) return Refuse(ServerRefusals.NoPower);
        if (size.Id == state.Size.Id) return Refuse(ServerRefusals.SizeSame, size.Id);
        if (memory > size.MemoryMiB) return Refuse(ServerRefusals.MemoryShort, Show(memory), Show(size.MemoryMiB));
        if (limited && logs > size.DiskMiB) return Refuse(ServerRefusals.DiskShort, Show(logs), Show(size.DiskMiB));
        if (limited && !SizeSpec.MayKeep(state.LogKeepMiB, size.DiskMiB))
            return Refuse(ServerRefusals.RotationTooBig, Show(state.LogKeepMiB), Show(size.DiskMiB));
        ruling.Done(command, ServerEvents.Resizing, size.Id);
        var change = new ServerChange(size, "", 0, "", command.By, input.NowNs);
        return ServerChanges.Begin(state, input, command, change, ruling);

        ServerState Refuse(RefusalCode code, params string[] args)
        {
            ruling.Refuse(command, code, args);
            return state;
        }
    }

    private protected override bool Applies(ServerState state, IEstate estate)
    {
        foreach (var size in estate.Specs<SizeSpec>())
            if (size.Id != state.Size.Id) return true;
        return false;
    }

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        By<ChangeSize>(command.Target, ("size", before.Size.Id), ("graceful", command.Text("graceful")));
}
