using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

internal sealed class PlaceServerEffect : Effect<PlaceServer, ServerControls>
{
    protected override void Apply(PlaceServer place, ServerControls servers) => servers.Place(place.Server);
}

/// <summary>Its cores, memory and disk.</summary>
internal sealed class ResizeServerEffect : Effect<ResizeServer, ServerControls>
{
    protected override void Apply(ResizeServer resize, ServerControls servers) =>
        servers.Fleet[resize.Server].Resize(resize.Size);
}

internal sealed class MoveServerEffect : Effect<MoveServer, ServerControls>
{
    protected override void Apply(MoveServer move, ServerControls servers) =>
        servers.Fleet[move.Server].Rack = servers.Links[move.Rack];
}

internal sealed class CutServerEffect : Effect<CutServer, ServerControls>
{
    protected override void Apply(CutServer cut, ServerControls servers) => servers.Cuts.Cut(servers.Fleet[cut.Server]);
}

internal sealed class RemoveServerEffect : Effect<RemoveServer, ServerControls>
{
    protected override void Apply(RemoveServer remove, ServerControls servers) =>
        servers.Cuts.Remove(servers.Fleet[remove.Server]);
}

internal sealed class SetHungEffect : Effect<SetHung, ServerControls>
{
    protected override void Apply(SetHung set, ServerControls servers)
    {
        servers.Fleet[set.Server].Hung = set.Hung;
        servers.Cores.Changed(servers.Fleet[set.Server]);
    }
}

internal sealed class SetSlowEffect : Effect<SetSlow, ServerControls>
{
    protected override void Apply(SetSlow set, ServerControls servers)
    {
        servers.Fleet[set.Server].Slow = set.Factor;
        servers.Cores.Changed(servers.Fleet[set.Server]);
    }
}

internal sealed class SetLifoEffect : Effect<SetLifo, ServerControls>
{
    protected override void Apply(SetLifo set, ServerControls servers) => servers.Fleet[set.Server].Lifo = set.Lifo;
}

internal sealed class SetLoggingEffect : Effect<SetLogging, ServerControls>
{
    protected override void Apply(SetLogging set, ServerControls servers) => servers.Fleet[set.Server].Disk.Flood = set.Factor;
}

internal sealed class KeepLogsEffect : Effect<KeepLogs, ServerControls>
{
    protected override void Apply(KeepLogs keep, ServerControls servers) => servers.Fleet[keep.Server].Disk.Keep(keep.MiB);
}

internal sealed class ClearLogsEffect : Effect<ClearLogs, ServerControls>
{
    protected override void Apply(ClearLogs clear, ServerControls servers) => servers.Fleet[clear.Server].Disk.Clear();
}
