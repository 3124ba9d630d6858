using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Another version of the application is installed and started on the port that does not serve.</summary>
internal sealed class InstallBeside : ServerAction
{
    public override string Id => "install-beside";

    public override int Place => 12;

    public override ActionTopic Topic => ActionTopic.Release;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [WhichVersion];

    private static ParameterSpec WhichVersion { get; } = Parameter.Id("version", ServerParameters.Version)
        .Where<ServerState>((state, version) => version != state.Version);

    public override long TakesNs(ISpecs specs)
    {
        var takes = specs.Spec<OperationsSpec>()!;
        return takes.InstallNs + takes.RestartNs;
    }

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var version = command.Text("version");
        var idle = ServerPorts.Idle(state);
        var app = state.Roles.FirstOrDefault(role => role.Role == Role.App);
        if (ServerPorts.Refused(state, idle, command, ruling)) return state;
        var port = state.Ports[idle];
        if (!input.Context.Versions.Contains(version))
        {
            ruling.Refuse(command, ServerRefusals.VersionUnknown, version);
            return state;
        }

        if (port.Stage != PortStage.Empty)
        {
            ruling.Refuse(command, ServerRefusals.PortTaken, Show(port.Number));
            return state;
        }

        var memory = (long)Math.Ceiling(input.Telemetry.MemoryMiB) + app!.MemoryMiB;
        if (memory > state.Size.MemoryMiB)
        {
            ruling.Refuse(command, ServerRefusals.MemoryShort, Show(memory), Show(state.Size.MemoryMiB));
            return state;
        }

        ruling.Done(command, ServerEvents.PortInstalling, Show(port.Number), version);
        return ServerPorts.Put(state, idle, port with
        {
            Stage = PortStage.Installing, Version = version, EndsNs = input.NowNs + input.Context.InstallNs, Role = app,
        });
    }

    private protected override bool Applies(ServerState state, IEstate estate) =>
        HasEmpty(state.Ports) && Choosing.Offered(WhichVersion, state, estate) is { Length: > 0 };

    private static bool HasEmpty(ImmutableArray<PortState> ports)
    {
        foreach (var port in ports)
            if (port.Stage == PortStage.Empty) return true;
        return false;
    }

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) => Opposite<StopPort>(command);
}
