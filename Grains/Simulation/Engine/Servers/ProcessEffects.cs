using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

internal sealed class ReloadRoleEffect : Effect<ReloadRole, ServerControls>
{
    protected override void Apply(ReloadRole reload, ServerControls servers)
    {
        var server = servers.Fleet[reload.Server];
        var port = server.Roles[reload.Role.Role.Level()]!.Port;
        servers.Generations.Reload(server, reload.Role, port, reload.ShutdownNs);
    }
}

internal sealed class StartBesideEffect : Effect<StartBeside, ServerControls>
{
    protected override void Apply(StartBeside start, ServerControls servers) =>
        servers.Generations.StartBeside(servers.Fleet[start.Server], start.Role, start.Port, start.Version);
}

internal sealed class SwitchPortEffect : Effect<SwitchPort, ServerControls>
{
    protected override void Apply(SwitchPort turn, ServerControls servers) =>
        servers.Generations.SwitchPort(servers.Fleet[turn.Server], turn.Web, turn.Port, turn.ShutdownNs);
}

internal sealed class StopPortEffect : Effect<StopPort, ServerControls>
{
    protected override void Apply(StopPort stop, ServerControls servers) =>
        servers.Generations.StopPort(servers.Fleet[stop.Server], stop.Port, stop.ShutdownNs);
}

internal sealed class CutRoleEffect : Effect<CutRole, ServerControls>
{
    protected override void Apply(CutRole cut, ServerControls servers) =>
        servers.Cuts.CutRole(servers.Fleet[cut.Server], cut.Role);
}

internal sealed class KillProcessEffect : Effect<KillProcess, ServerControls>
{
    protected override void Apply(KillProcess kill, ServerControls servers)
    {
        if (servers.Fleet.GenerationOf(kill.Server, kill.Generation) is { } struck)
            servers.Generations.Kill(struck, kill.Process);
    }
}

internal sealed class StartProcessEffect : Effect<StartProcess, ServerControls>
{
    protected override void Apply(StartProcess start, ServerControls servers)
    {
        if (servers.Fleet.GenerationOf(start.Server, start.Generation) is { Retired: false } ended)
            servers.Generations.Restart(ended, start.Process);
    }
}

internal sealed class SetVersionEffect : Effect<SetVersion, ServerControls>
{
    protected override void Apply(SetVersion set, ServerControls servers)
    {
        // its processes end before (a server that is installed is cut), so every role's next ones are of the version
        foreach (var role in servers.Fleet[set.Server].Roles)
            if (role is not null) role.Version = servers.Versions.Of(set.Version);
    }
}
