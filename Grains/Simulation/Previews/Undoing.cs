using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Previews;

/// <summary>
/// How each action is taken back, one line an action: a setting by what was set before, which is also what its form starts from;
/// another action by its opposite; what is done is done.
/// </summary>
public static class Undoing
{
    private static readonly Way Never = new((_, _) => null, (_, _, _) => null);

    private static readonly ImmutableSortedDictionary<string, Way> Ways = new Dictionary<string, Way>
    {
        [Actions.AddServer] = By<RackState>((_, before, after) => Bought(before, after) is { } server ? (Actions.RemoveServer, server, []) : null),
        [Actions.AddCache] = By<RackState>((command, _, _) => (Actions.RemoveCache, command.TextOr("cache", ""), [])),
        [Actions.RemoveServer] = Never,
        [Actions.StartServer] = Opposite(Actions.StopServer),
        [Actions.StopServer] = Opposite(Actions.StartServer),
        [Actions.RestartServer] = Never,
        [Actions.DrainServer] = Opposite(Actions.UndrainServer),
        [Actions.UndrainServer] = Opposite(Actions.DrainServer),
        [Actions.ChangeSize] = By<ServerState>((command, before, _) =>
            (Actions.ChangeSize, command.Target, [("size", before.Size.Id), ("graceful", command.Text("graceful"))])),
        [Actions.MoveServer] = By<ServerState>((command, before, _) =>
            (Actions.MoveServer, command.Target, [("rack", before.Rack), ("graceful", command.Text("graceful"))])),
        [Actions.ChangeThreads] = Setting<ServerState>(Present.Threads),
        [Actions.Reload] = Never,
        [Actions.KillProcess] = Never,
        [Actions.InstallBeside] = Opposite(Actions.StopPort),
        [Actions.SwitchPort] = Opposite(Actions.SwitchPort),
        [Actions.StopPort] = By<ServerState>((command, before, _) =>
            before.Ports.FirstOrDefault(port => port.Stage is PortStage.Ready or PortStage.Starting or PortStage.Installing) is { } port
                ? (Actions.InstallBeside, command.Target, [("version", port.Version)])
                : null),
        [Actions.ClearLogs] = Never,
        [Actions.RotateLogs] = Setting<ServerState>((server, _) => [("keep", Show(server.LogKeepMiB))]),
        [Actions.Attach] = Opposite(Actions.Detach),
        [Actions.Detach] = Opposite(Actions.Attach),
        [Actions.SetAlgorithm] = Setting<BalancerState>((balancer, _) => [("algorithm", Name(balancer.Algorithm))]),
        [Actions.SetHealthCheck] = Setting<BalancerState>((balancer, _) => Present.Check(balancer.Check)),
        [Actions.SetRateLimit] = Setting<BalancerState>((balancer, _) => [("limit", Show(balancer.RateLimit))]),
        [Actions.SetWeight] = Setting<BalancerState>(Present.Weight),
        [Actions.SetDrainTime] = Setting<BalancerState>((balancer, _) => [("seconds", Seconds(balancer.DrainNs))]),
        [Actions.SetSlowStart] = Setting<BalancerState>((balancer, _) => [("seconds", Seconds(balancer.Limits.SlowStartNs))]),
        [Actions.SetConnectionLimit] = Setting<BalancerState>((balancer, _) =>
        [
            ("connections", Show(balancer.Limits.Connections)), ("queue", Show(balancer.Limits.Queue)), ("timeout", Seconds(balancer.Limits.QueueTimeoutNs)),
        ]),
        [Actions.SetLoadShedding] = Setting<BalancerState>((balancer, _) => [("outstanding", Show(balancer.Limits.Shed))]),
        [Actions.BlockSource] = Opposite(Actions.UnblockSource),
        [Actions.UnblockSource] = Opposite(Actions.BlockSource),
        [Actions.RestartBalancer] = Never,
        [Actions.SetHandshakeLimit] = Setting<BalancerState>((balancer, _) => [("handshakes", Show(balancer.HandshakeLimit))]),
        [Actions.SetCertificate] = Setting<BalancerState>((balancer, _) => balancer.Certificate.Length > 0 ? [("certificate", balancer.Certificate)] : null),
        [Actions.AddAddress] = Opposite(Actions.RemoveAddress),
        [Actions.RemoveAddress] = Opposite(Actions.AddAddress),
        [Actions.SetRecordTtl] = Setting<DnsState>((name, _) => [("seconds", Seconds(name.TtlNs))]),
        [Actions.RenewCertificate] = Never,
        [Actions.OpenFirewall] = By<ServerState>((command, before, after) => Firewall(Actions.CloseFirewall, command, before, after)),
        [Actions.CloseFirewall] = By<ServerState>((command, before, after) => Firewall(Actions.OpenFirewall, command, after, before)),
        [Actions.RemoveCache] = Never,
        [Actions.FlushCache] = Never,
        [Actions.ResizeCache] = Setting<CacheState>((cache, _) => [("capacity", Show(cache.Capacity))]),
        [Actions.SetTtl] = Setting<CacheState>((cache, _) => [("seconds", Seconds(cache.TtlNs))]),
        [Actions.SetJitter] = Setting<CacheState>((cache, _) => [("jitter", Show(cache.Jitter))]),
        [Actions.SetSingleFlight] = Setting<CacheState>((cache, _) => [("on", Show(cache.SingleFlight))]),
        [Actions.SetInvalidation] = Setting<CacheState>((cache, _) => [("on", Show(cache.InvalidateOnWrite))]),
        [Actions.SetCached] = Setting<CacheState>((cache, command) =>
            command.TextOr("class", "") is { Length: > 0 } users ? [("class", users), ("on", Show(cache.Cached.Contains(users)))] : null),
        [Actions.WarmCache] = Opposite(Actions.StopWarming),
        [Actions.StopWarming] = Never,
        [Actions.SetMaxConnections] = Setting<DatabaseState>((database, _) => [("connections", Show(database.MaxConnections))]),
        [Actions.SetPool] = Setting<DatabaseState>((database, _) => [("connections", Show(database.PoolSize))]),
        [Actions.SetPoolTimeout] = Setting<DatabaseState>((database, _) => [("seconds", Seconds(database.PoolTimeoutNs))]),
        [Actions.SetLockTimeout] = Setting<DatabaseState>((database, _) => [("seconds", Seconds(database.LockTimeoutNs))]),
        [Actions.SetStatementTimeout] = Setting<DatabaseState>((database, _) => [("seconds", Seconds(database.StatementTimeoutNs))]),
        [Actions.KillSession] = Never,
        [Actions.AddReplica] = By<RackState>((command, before, after) =>
            Bought(before, after) is { } server ? (Actions.RemoveReplica, command.Target, [("server", server)]) : null),
        [Actions.RemoveReplica] = Never,
        [Actions.FailOver] = Never,
        [Actions.SetBreaker] = Setting<object>((caller, _) => Present.Breaker(caller)),
        [Actions.SetRetryBudget] = Setting<UsersState>((users, _) => users.RetryBudget is { } share ? [("share", Show(share))] : null),
        [Actions.SetFeature] = Setting<UsersState>((users, command) =>
            command.TextOr("feature", "") is { Length: > 0 } feature ? [("feature", feature), ("on", Show(!users.FeaturesOff.Contains(feature)))] : null),
        [Actions.SetScaling] = Setting<ScalerState>((scaler, _) => Present.Scaling(scaler.Policy), Present.IsOnlyScaling),
        [Actions.StartRollout] = Opposite(Actions.RollBack),
        [Actions.PauseRollout] = Opposite(Actions.ResumeRollout),
        [Actions.ResumeRollout] = Opposite(Actions.PauseRollout),
        [Actions.RollBack] = Never,
        [Actions.Acknowledge] = Never,
        [Actions.DeclareIncident] = Never,
        [Actions.TakeRole] = Never,
        [Actions.PostStatus] = Never,
        [Actions.NameCause] = Never,
        [Actions.CloseIncident] = Never,
        [Actions.TakeHint] = Never,
        [Actions.ListProcesses] = Never,
        [Actions.ShowLocks] = Never,
        [Actions.SlowQueries] = Never,
        [Actions.ReadAccessLog] = Never,
        [Actions.CheckCertificate] = Never,
        [Actions.TraceRequest] = Never,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether somebody has thought about how to take the action back.</summary>
    public static bool Knows(string action) => Ways.ContainsKey(action);

    /// <summary>What a setting's arguments are now, as far as an action could set them. The command's own arguments say of which of several.</summary>
    public static Args PresentOf(object? state, Command command)
    {
        var present = AllPresent(state, command);
        return present.RemoveRange(present.Where(arg => !ActionCatalogue.Takes(command.Action, arg.Key, arg.Value)).Select(arg => arg.Key));
    }

    /// <summary>Likewise, whether or not the action could set it so.</summary>
    internal static Args AllPresent(object? state, Command command) =>
        state is null ? Empty : WayOf(command.Action).Present(state, command) ?? Empty;

    /// <summary>What takes a command back that turned one state into another; null: nothing, or no single command.</summary>
    internal static Undo? Of(Command command, object before, object after) =>
        WayOf(command.Action).Back(command, before, after) is { } undo && ActionCatalogue.Check(undo.Action, undo.Args, out var args) is null
            ? undo with { Args = args }
            : null;

    private static Args Empty { get; } = Args.Empty.WithComparers(StringComparer.Ordinal);

    private static Way WayOf(string action) => Ways.GetValueOrDefault(action, Never);

    /// <param name="whole">Whether the action could set all of it; null: always.</param>
    private static Way Setting<T>(Func<T, Command, (string, string)[]?> present, Func<T, bool>? whole = null)
    {
        return new Way(
            (state, command) => Of(state, command),
            (command, before, after) => Of(before, command) is { } args && Of(after, command) is { } left && !args.SequenceEqual(left)
                && (whole is null || whole((T)before))
                ? new Undo(command.Action, command.Target, args, left)
                : null);

        Args? Of(object state, Command command) => state is T one && present(one, command) is { } args ? ArgsOf(args) : null;
    }

    /// <summary>Another action on the same component, with those of the arguments it has too.</summary>
    private static Way Opposite(string action) => new(
        (_, _) => null,
        (command, _, _) => new Undo(
            action, command.Target, command.Args.RemoveRange(command.Args.Keys.Where(name => ActionCatalogue.ParameterOf(action, name) is null)), Empty));

    private static Way By<T>(Func<Command, T, T, (string Action, string Target, (string, string)[] Args)?> back) => new(
        (_, _) => null,
        (command, before, after) => before is T was && after is T now && back(command, was, now) is { } undo
            ? new Undo(undo.Action, undo.Target, ArgsOf(undo.Args), Empty)
            : null);

    private static string? Bought(RackState before, RackState after) =>
        after.Units.Where((server, unit) => server.Length > 0 && before.Units[unit].Length == 0).FirstOrDefault();

    /// <summary>Of one sender, or of all three; two of them are no single command.</summary>
    private static (string, string, (string, string)[])? Firewall(string action, Command command, ServerState closed, ServerState open)
    {
        var senders = closed.Firewall.Select(rule => rule.From).Except(open.Firewall.Select(rule => rule.From)).ToArray();
        return senders.Length is 1 or 3 ? (action, command.Target, [("from", senders.Length == 3 ? "any" : Name(senders[0]))]) : null;
    }

    internal static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    internal static string Show(bool on) => on ? "true" : "false";

    internal static string Seconds(long ns) => Show(Nanoseconds.ToSeconds(ns));

    /// <summary>As arguments name it: round-robin.</summary>
    internal static string Name<T>(T member)
        where T : struct, Enum =>
        string.Concat(member.ToString().Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    private static Args ArgsOf((string Name, string Value)[] args) =>
        args.ToImmutableSortedDictionary(arg => arg.Name, arg => arg.Value, StringComparer.Ordinal);

    /// <param name="Present">What is set now; null: nothing is.</param>
    /// <param name="Back">From the command and the states before and after it.</param>
    private sealed record Way(Func<object, Command, Args?> Present, Func<Command, object, object, Undo?> Back);
}
