using CsCheck;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Worlds;

/// <summary>Whatever valid system it is and whatever valid commands come: nothing is lost, held twice or negative, and nothing throws.</summary>
public sealed class RandomPlayTests
{
    private static readonly string[] Servers = ["web-1", "web-2", "web-3", "web-4", "web-5", "app-1", "app-2", "app-4", "db-1", "db-2", "db-3"];
    private static readonly string[] Balancers = ["balancer", "inner"];

    internal static readonly Gen<(string Action, string Target, (string, string)[] Args)> AnyCommand = Gen.OneOf(
        OnServer(Actions.StartServer), OnServer(Actions.StopServer), OnServer(Actions.RestartServer),
        OnServer(Actions.ServerHang), OnServer(Actions.ServerCrash), OnServer(Actions.OpenFirewall), OnServer(Actions.CloseFirewall),
        Gen.Select(OneOf(Servers), Gen.Int[1, 8], Gen.Int[1, 64], (server, processes, threads) =>
            (Actions.ChangeThreads, server, Args(("processes", $"{processes}"), ("threads", $"{threads}")))),
        OnServer(Actions.ClearLogs), OnServer(Actions.InstallBeside, ("version", "v2")),
        OnServer(Actions.Reload, ("role", "web")), OnServer(Actions.Reload, ("role", "app"), ("shutdown", "1.5")),
        OnServer(Actions.KillProcess, ("role", "web")), OnServer(Actions.KillProcess, ("process", "2")), OnServer(Actions.ProcessCrash),
        OnServer(Actions.SwitchPort), OnServer(Actions.SwitchPort, ("how", "restart")),
        OnServer(Actions.StopPort), OnServer(Actions.StopPort, ("shutdown", "1")),
        OnServer(Actions.LogFlood, ("seconds", "5"), ("amount", "50")),
        Gen.Select(OneOf(Servers), Gen.Int[0, 60], (server, keep) => (Actions.RotateLogs, server, Args(("keep", $"{keep}")))),
        Gen.Select(OneOf(Servers), OneOf("any", "users", "web", "app"), OneOf(Actions.CloseFirewall, Actions.OpenFirewall),
            (server, from, action) => (action, server, Args(("from", from)))),
        OnBalancer(OneOf(Servers), server => (Actions.Attach, Args(("server", server)))),
        OnBalancer(OneOf(Servers), server => (Actions.Detach, Args(("server", server)))),
        OnBalancer(OneOf("round-robin", "least-outstanding", "random", "two-choices"), algorithm =>
            (Actions.SetAlgorithm, Args(("algorithm", algorithm)))),
        OnBalancer(OneOf("shallow", "deep"), path =>
            (Actions.SetHealthCheck, Args(("path", path), ("interval", "2"), ("timeout", "0.5")))),
        OnBalancer(Gen.Select(OneOf(Servers), Gen.Int[1, 5]), weighed =>
            (Actions.SetWeight, Args(("server", weighed.Item1), ("weight", $"{weighed.Item2}")))),
        OnBalancer(Gen.Int[0, 20], seconds => (Actions.SetSlowStart, Args(("seconds", $"{seconds}")))),
        OnBalancer(Gen.Int[0, 5], seconds => (Actions.SetDrainTime, Args(("seconds", $"{seconds}")))),
        OnBalancer(Gen.Select(Gen.Int[0, 6], Gen.Int[0, 10], Gen.Int[0, 2]), given =>
            (Actions.SetConnectionLimit, Args(("connections", $"{given.Item1}"), ("queue", $"{given.Item2}"), ("timeout", $"{given.Item3}")))),
        OnBalancer(Gen.Int[0, 30], limit => (Actions.SetLoadShedding, Args(("outstanding", $"{limit}")))),
        OnBalancer(Gen.Int[0, 100], limit => (Actions.SetRateLimit, Args(("limit", $"{limit}")))),
        OnBalancer(Gen.Select(OneOf("internet", "campus"), OneOf(Actions.BlockSource, Actions.UnblockSource)), given =>
            (given.Item2, Args(("source", given.Item1)))),
        OnServer(Actions.BlockSource, ("source", "campus")), OnServer(Actions.UnblockSource, ("source", "campus")),
        OnServer(Actions.RemoveServer), OnServer(Actions.DrainServer), OnServer(Actions.UndrainServer),
        Gen.Select(OneOf(Servers), OneOf("size", "other"), OneOf("true", "false"), (server, size, graceful) =>
            (Actions.ChangeSize, server, Args(("size", size), ("graceful", graceful)))),
        Gen.Select(OneOf(Servers), OneOf("rack-a", "rack-b"), OneOf("true", "false"), (server, rack, graceful) =>
            (Actions.MoveServer, server, Args(("rack", rack), ("graceful", graceful)))),
        Gen.Select(OneOf([.. Servers, "database"]), Gen.Bool, (caller, on) => (Actions.SetBreaker, caller, Args(("on", on ? "true" : "false"), ("calls", "5"), ("open", "2")))),
        Gen.Const((Actions.TakeHint, "hints", Args())),
        Gen.Bool.Select(on => (Actions.SetFeature, "users", Args(("feature", "recommendations"), ("on", on ? "true" : "false")))),
        Gen.Double[0, 1].Select(share => (Actions.SetRetryBudget, "users", Args(("share", $"{share:0.00}")))),
        Gen.Select(OneOf("web-scaler", "app-scaler"), OneOf("off", "target", "step"), Gen.Int[0, 3], Gen.Int[1, 6], (scaler, policy, min, max) =>
            (Actions.SetScaling, scaler, Args(
                ("policy", policy), ("min", $"{min}"), ("max", $"{max}"), ("cooldown", "3"), ("warmup", "1"), ("target", "0.3")))),
        Gen.Select(OneOf("web-scaler", "app-scaler"), OneOf("target", "schedule"), OneOf("keep", "none", "0s 2, 10s 4, 20s 1", "5s 3"), (scaler, policy, schedule) =>
            (Actions.SetScaling, scaler, Args(("policy", policy), ("max", "5"), ("cooldown", "3"), ("schedule", schedule)))),
        OneOf("rack-a", "rack-b").Select(rack => (Actions.RackUplink, rack, Args(("seconds", "5")))),
        OneOf("feed-a", "feed-b").Select(feed => (Actions.FeedPower, feed, Args(("seconds", "5")))),
        Gen.Int[0, 2000].Select(capacity => (Actions.ResizeCache, "cache", Args(("capacity", $"{capacity}")))),
        Gen.Const((Actions.FlushCache, "cache", Args())),
        OneOf("cache", "edge").Select(cache => (Actions.RemoveCache, cache, Args())),
        Gen.Select(OneOf("rack-a", "rack-b"), Gen.Int[0, 500], (rack, capacity) =>
            (Actions.AddCache, rack, Args(("capacity", $"{capacity}"), ("ttl", "5")))),
        Gen.Select(OneOf("cache", "edge"), OneOf("browse", "checkout"), Gen.Bool, (cache, users, on) =>
            (Actions.SetCached, cache, Args(("class", users), ("on", on ? "true" : "false")))),
        Gen.Select(OneOf("cache", "edge"), Gen.Int[1, 300], Gen.Int[20, 500], (cache, keys, rate) =>
            (Actions.WarmCache, cache, Args(("keys", $"{keys}"), ("rate", $"{rate}")))),
        OneOf("cache", "edge").Select(cache => (Actions.StopWarming, cache, Args())),
        OneOf("0", "0.3", "1").Select(jitter => (Actions.SetJitter, "cache", Args(("jitter", jitter)))),
        Gen.Select(OneOf(Actions.SetSingleFlight, Actions.SetInvalidation), OneOf("cache", "edge"), OneOf("true", "false"),
            (action, cache, on) => (action, cache, Args(("on", on)))),
        Gen.Int[1, 50].Select(connections => (Actions.SetMaxConnections, "database", Args(("connections", $"{connections}")))),
        Gen.Int[1, 12].Select(connections => (Actions.SetPool, "database", Args(("connections", $"{connections}")))),
        Gen.Select(OneOf("longest-transaction", "lock-holder", "all"), OneOf("any", "browse", "checkout"), (which, users) =>
            (Actions.KillSession, "database", Args(("which", which), ("class", users)))),
        Gen.Select(OneOf(Actions.SetLockTimeout, Actions.SetStatementTimeout, Actions.SetPoolTimeout), OneOf("0", "0.05", "0.5", "2"),
            (action, seconds) => (action, "database", Args(("seconds", seconds)))),
        Gen.Select(OneOf("size", "other"), OneOf("rack-a", "rack-b"), (size, rack) =>
            (Actions.AddReplica, "database", Args(("size", size), ("rack", rack)))),
        OneOf("db-1", "db-2", "db-3").Select(server => (Actions.RemoveReplica, "database", Args(("server", server)))),
        Gen.Const((Actions.FailOver, "database", Args())),
        Gen.Int[2, 20].Select(amount => (Actions.DatabaseSlow, "database", Args(("seconds", "5"), ("amount", $"{amount}")))),
        Gen.Const((Actions.ReplicationLag, "database", Args(("seconds", "5"), ("amount", "20")))),
        Gen.Const((Actions.StartRollout, "rollout", Args(("version", "v2"), ("drain", "2"), ("bake", "2")))),
        Gen.Const((Actions.RollBack, "rollout", Args())),
        Gen.Select(OneOf("rack-a", "rack-b"), OneOf("whole", "app"), (rack, tier) =>
            (Actions.AddServer, rack, Args(("size", "size"), ("tier", tier)))),
        OneOf("rack-a", "rack-b").Select(rack => (Actions.RackPower, rack, Args(("seconds", "10")))),
        Gen.Const((Actions.RestartBalancer, "balancer", Args())),
        Gen.Const((Actions.BalancerCrash, "balancer", Args())),
        Gen.Int[0, 60].Select(limit => (Actions.SetHandshakeLimit, "balancer", Args(("handshakes", $"{limit}")))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => (Actions.AddAddress, "dns", Args(("address", address)))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => (Actions.RemoveAddress, "dns", Args(("address", address)))),
        Gen.Int[0, 10].Select(seconds => (Actions.SetRecordTtl, "dns", Args(("seconds", $"{seconds}")))),
        OneOf("certificate", "spare", "stranger").Select(certificate => (Actions.RenewCertificate, certificate, Args())),
        OnBalancer(OneOf("certificate", "spare", "stranger"), certificate => (Actions.SetCertificate, Args(("certificate", certificate)))),
        Gen.Const((Actions.FlushCache, "edge", Args())),
        OneOf("sev1", "sev3").Select(severity => (Actions.DeclareIncident, "incident", Args(("severity", severity), ("what", "trouble")))),
        OneOf("commander", "operations").Select(role => (Actions.TakeRole, "incident", Args(("role", role)))),
        OneOf("investigating", "resolved").Select(state => (Actions.PostStatus, "incident", Args(("state", state), ("text", "We look on.")))),
        Gen.Select(OneOf([.. Servers, "database", "rack-a", "users"]), OneOf("rack-lost", "hung-backend", "thread-exhaustion"), (component, failure) =>
            (Actions.NameCause, "incident", Args(("component", component), ("failure", failure)))),
        Gen.Const((Actions.CloseIncident, "incident", Args())),
        OnServer(Actions.ListProcesses), OnServer(Actions.ShowLocks), OnServer(Actions.ReadAccessLog),
        OneOf(Actions.ShowLocks, Actions.SlowQueries).Select(look => (look, "database", Args())),
        OneOf(Balancers).Select(balancer => (Actions.ReadAccessLog, balancer, Args())),
        Gen.Const((Actions.CheckCertificate, "certificate", Args())), Gen.Const((Actions.TraceRequest, "users", Args())),
        Gen.Int[1, 4].Select(amount => (Actions.TrafficSurge, "users", Args(("seconds", "5"), ("amount", $"{amount}")))));

    private static readonly Func<Scenario>[] Systems =
    [
        Estates.Whole, Estates.Contended, Estates.Cramped, Entry.WithEverything, () => Entry.WithEverything() with { Edge = null, Dns = Entry.Dns(3, "balancer") },
        Entry.PassedOn, Entry.ByName, Estates.Tiered, Estates.Tiered, () => Estates.Contended() with { Cache = null },
    ];

    [Fact]
    public void EveryRequestIsAccountedForWhateverHappens() =>
        Gen.Select(Gen.ULong, AnySystem, AnyCommand.Array[1, 25], Gen.Int[0, 25]).Sample((seed, system, commands, reset) =>
        {
            var play = new Play(system, seed);
            foreach (var (index, (action, target, args)) in commands.Index())
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                if (index == reset) play.World.ResetMeters();
                play.Pass(2);
            }
        }, iter: 150);

    /// <summary>When nobody comes any more, every user has an answer or a failure, and servers that work are left with nothing.</summary>
    [Fact]
    public void EveryRequestEnds() =>
        Gen.Select(Gen.ULong, AnySystem, AnyCommand.Array[1, 25]).Sample((seed, system, commands) =>
        {
            var play = new Play(system with { Traffic = [new(0, 1), new(Estates.Seconds(49), 1), new(Estates.Seconds(50), 0)] }, seed);
            foreach (var (action, target, args) in commands)
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                play.Pass(2);
            }

            // three attempts of 6 s and their backoffs
            while (play.World.NowNs < Estates.Seconds(75)) play.Pass(1);
            Assert.DoesNotContain(play.World.Pending(), request => !request.Abandoned);

            foreach (var server in play.World.Servers) play.Do(Actions.OpenFirewall, server.Id).Do(Actions.RestartServer, server.Id);
            play.Pass(60);
            Assert.Empty(play.World.Pending());
        }, iter: 75);

    /// <summary>A system with its load, sizes and limits drawn anew, within what a scenario file may say.</summary>
    internal static readonly Gen<Scenario> AnySystem = Gen.Select(
            Gen.Int[0, Systems.Length - 1], Gen.Double[0.1, 3], Gen.Int[1, 3], Gen.Int[1, 24], Gen.Int[0, 60], Gen.Int[2, 120], Gen.Int[1, 8],
            Gen.Int[0, 6])
        .Select((system, load, processes, threads, queue, connections, slots, pool) =>
            Varied(Systems[system](), load, processes, threads, queue, connections, slots, pool));

    private static Scenario Varied(
        Scenario system, double load, int processes, int threads, int queue, int connections, int slots, int pool) => system with
    {
        Sizes = [.. system.Sizes, system.Sizes[0] with { Id = "other", Cores = threads, DiskMiB = queue }],
        Classes =
        [
            .. system.Classes.Select(users => users with
            {
                RatePerSecond = users.RatePerSecond * load,
                Features = [new FeatureSpec("recommendations", users.Title, Estates.Exp(2), Estates.Exp(1), 0.2)],
            }),
        ],
        Servers =
        [
            .. system.Servers.Select(server => server with
            {
                Roles =
                [
                    .. server.Roles.Select(role => role is { Role: Role.App, LimitMiB: 0 }
                        ? role with { Processes = processes, Threads = threads, QueueLimit = queue }
                        : role),
                ],
            }),
        ],
        Cache = system.Cache is { } cache ? cache with { Capacity = queue * 10 } : null,
        Database = system.Database is { } database
            ? database with { MaxConnections = connections, Slots = slots, PoolSize = pool, ReplicaCopyNs = Estates.Seconds(5) }
            : null,
    };

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<(string, string, (string, string)[])> OnServer(string action, params (string, string)[] args) =>
        OneOf(Servers).Select(server => (action, server, args));

    private static Gen<(string, string, (string, string)[])> OnBalancer<T>(Gen<T> given, Func<T, (string Action, (string, string)[] Args)> command) =>
        Gen.Select(OneOf(Balancers), given, (balancer, value) => (command(value).Action, balancer, command(value).Args));

    private static (string, string)[] Args(params (string, string)[] args) => args;
}
