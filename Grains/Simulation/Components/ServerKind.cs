using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using MoveServer = OpsGame.Simulation.Kinds.Servers.Actions.MoveServer;

namespace OpsGame.Simulation.Components;

internal sealed class ServerKind()
    : Kind<ServerState, ServerInput, ServerTelemetry>(ServerState.Kind, Stage.Machines, ServerRules.Tick)
{
    public static AlertKind DownAlert { get; } = new("alert-server-down", Nearness.Broken, Critical: true);

    public static AlertKind DiskAlert { get; } = new("alert-disk", Nearness.Broken);

    public static AlertKind CpuAlert { get; } = new("alert-cpu", Nearness.Full);

    public static AlertKind ThreadsAlert { get; } = new("alert-threads", Nearness.Full);

    private const double BusyCores = 0.92;

    /// <summary>Early enough to do something about it.</summary>
    private const double FullDisk = 0.85;

    /// <summary>The servers' own checks that had finished.</summary>
    internal override bool Forgets(DataPlane plane) => plane.ForgotChecks;

    internal override ImmutableArray<ServerState> Initial(Scenario scenario, ulong seed)
    {
        var phases = new Draw(seed, Purpose.OwnCheckPhase, 0);
        return
        [
            .. scenario.Servers.Select((server, index) =>
                OwnChecking.Running(InitialState.Of(server, scenario), phases.Unit((ulong)index))),
        ];
    }

    internal override ImmutableArray<ServerInput> Inputs(IRound round, bool resting)
    {
        var context = round.Once(ContextOf);
        var (servers, racks) = (round.States<ServerState>(), round.States<RackState>());
        var rest = resting ? [] : round.Once(static round => new Derived<ServerState, (bool Idle, ServerNode Node)>(
            server => (ServerRules.IsIdle(server), round.Node(server.Id)))).Of(servers);
        var conditions = round.Conditions();
        Dictionary<string, (string, bool)>? serving = null;
        var inputs = ImmutableArray.CreateBuilder<ServerInput>(resting ? servers.Length : 0);
        for (var index = 0; index < servers.Length; index++)
        {
            var (server, commands) = (servers[index], round.CommandsFor(servers[index].Id));
            var powered = IsPowered(racks, server.Rack);
            if (!resting && commands.IsEmpty && powered && rest[index].Idle
                && server.MemoryShare(rest[index].Node.MemoryMiB) <= 1) continue;
            serving ??= Serving(round);
            var (balancer, attached) = serving.GetValueOrDefault(server.Id, ("", false));
            inputs.Add(new ServerInput(
                server.Id, round.NowNs, commands, powered, round.Telemetry<ServerTelemetry>()[index], context, balancer, attached,
                conditions[index].Balancer, UnitsFor(round, server.Id)));
        }

        return inputs.DrainToImmutable();
    }

    internal override ServerInput With(ServerInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override ServerTelemetry Observe(DataPlane plane, ServerState state) =>
        plane.Station<ServerStation>().Looks.Telemetry(state.Id);

    internal override ImmutableArray<Reading> Readings(ServerState state, ServerTelemetry now)
    {
        // The first role is the one its callers meet: its counts and latency are the server's.
        var door = now.Roles.FirstOrDefault();
        return
        [
            new("requests", door?.Arrived ?? 0), new("errors", door?.Failed ?? 0),
            .. LatencyReadings.Of(door?.Latency ?? default), new("cpu", now.CpuShare), new("memory", state.MemoryShare(now)),
            new("disk", now.DiskShare), new("busy", now.Roles.Sum(role => role.Busy.Sum())),
            new("queue", now.Roles.Sum(role => role.Queue)), new("runQueue", now.RunQueue),
            new("generations", now.Roles.Length + now.Others.Length),
            new("connections", now.Connections),
        ];
    }

    internal override IEnumerable<Operation> UnderWay(ServerState state, OperationsSpec takes) =>
        ServerOperations.Of(state, takes);

    internal override long NanoDollarsPerHour(ServerState state) => state.Billed ? state.Size.NanoDollarsPerHour : 0;

    private static ServerContext ContextOf(IRound round)
    {
        var operations = round.Scenario.Operations;
        return new ServerContext(
            operations.BootNs, operations.RestartNs, operations.ReloadNs, operations.InstallNs, operations.ShutdownNs,
            round.Versions, [.. round.Scenario.Sizes.Select(InitialState.SizeOf)]);
    }

    private static int ThreadsOf(ServerState server, Role role)
    {
        var shape = server.Roles.First(shape => shape.Role == role);
        return shape.Processes * shape.Threads;
    }

    private static bool IsPowered(ImmutableArray<RackState> racks, string id)
    {
        foreach (var rack in racks)
            if (rack.Id == id) return rack.Powered;
        throw new ArgumentException($"There is no rack {id}.");
    }

    private static ImmutableSortedDictionary<string, int>? UnitsFor(IRound round, string server)
    {
        var commands = round.CommandsFor(server);
        if (commands.IsEmpty) return null;
        var wanted = commands.Where(command => command.Action == MoveServer.Name)
            .Select(command => command.Text("rack")).ToArray();
        return wanted.Length == 0
            ? null
            : round.States<RackState>().Where(rack => wanted.Contains(rack.Id)).ToImmutableSortedDictionary(
                rack => rack.Id, rack => rack.Units.IndexOf(server), StringComparer.Ordinal);
    }

    /// <summary>Where each server is attached or still drains: at the first balancer that has it.</summary>
    private static Dictionary<string, (string Balancer, bool Attached)> Serving(IRound round)
    {
        var serving = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var balancer in round.States<BalancerState>())
            foreach (var target in balancer.Targets)
                if (target.Attachment != Attachment.Detached)
                    serving.TryAdd(target.Server, (balancer.Id, target.Attachment == Attachment.Attached));
        return serving;
    }

    internal override IEnumerable<Finding> Findings(IRound round, DataPlane plane)
    {
        // as they stand after what was decided in this tick
        foreach (var server in round.States<ServerState>())
        {
            if (server.Lifecycle is Lifecycle.Off or Lifecycle.Crashed)
                yield return new Finding(DownAlert, server.Id, [server.Id]);
            if (server.Lifecycle != Lifecycle.Running) continue;
            var now = plane.Server(server.Id);
            if (now.Disk.Share > FullDisk) yield return new Finding(DiskAlert, server.Id, [server.Id]);
            if (now.CpuShare > BusyCores) yield return new Finding(CpuAlert, server.Id, [server.Id]);
            foreach (var role in now.Roles)
            {
                if (role is { Role: not Role.Db, Queue.Count: > 0 }
                    && role.BusyThreads.ToArray().Sum() >= ThreadsOf(server, role.Role))
                    yield return new Finding(ThreadsAlert, server.Id, [server.Id, ServerProcesses.NameOf(role.Role)]);
            }
        }
    }
}
