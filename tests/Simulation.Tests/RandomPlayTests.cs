using System.Globalization;
using CsCheck;

namespace OpsGame.Simulation.Tests;

/// <summary>
/// Whatever valid system it is and whatever valid commands come: nothing is lost, held twice or negative, and nothing throws.
/// </summary>
public sealed class RandomPlayTests
{
    private static readonly string[] Servers =
    [
        "web-1", "web-2", "web-3", "web-4", "web-5", "app-1", "app-2", "app-4", "db-1", "db-2", "db-3", "worker-1",
    ];
    private static readonly string[] Balancers = ["balancer", "inner"];

    internal static readonly Gen<(string Action, string Target, (string, string)[] Args)> AnyCommand = Gen.OneOf(
        OnServer("start-server"), OnServer("stop-server"), OnServer("restart-server"),
        OnServer("server-hang"), OnServer("server-crash"), OnServer("server-slow", ("seconds", "5"), ("amount", "8")),
        OnServer("set-queue-discipline"), OnServer("set-queue-discipline", ("discipline", "fifo")),
        Gen.Select(OneOf(Servers), Gen.Int[1, 8], Gen.Int[1, 64], (server, processes, threads) =>
            ("change-threads", server, Args(("processes", $"{processes}"), ("threads", $"{threads}")))),
        OnServer("clear-logs"), OnServer("install-beside", ("version", "v2")),
        OnServer("reload", ("role", "web")), OnServer("reload", ("role", "app"), ("shutdown", "1.5")),
        OnServer("kill-process", ("role", "web")), OnServer("kill-process", ("process", "2")), OnServer("process-crash"),
        OnServer("switch-port"), OnServer("switch-port", ("how", "restart")),
        OnServer("stop-port"), OnServer("stop-port", ("shutdown", "1")),
        OnServer("log-flood", ("seconds", "5"), ("amount", "50")),
        Gen.Select(OneOf(Servers), Gen.Int[0, 60], (server, keep) => ("rotate-logs", server, Args(("keep", $"{keep}")))),
        Gen.Select(OneOf(Servers), OneOf("any", "users", "web", "app"), OneOf("close-firewall", "open-firewall"),
            (server, from, action) => (action, server, Args(("from", from)))),
        OnBalancer(OneOf(Servers), server => ("attach", Args(("server", server)))),
        OnBalancer(OneOf(Servers), server => ("detach", Args(("server", server)))),
        OnBalancer(OneOf("round-robin", "least-outstanding", "random", "two-choices"), algorithm =>
            ("set-algorithm", Args(("algorithm", algorithm)))),
        OnBalancer(OneOf("shallow", "deep"), path =>
            ("set-health-check", Args(("path", path), ("interval", "2"), ("timeout", "0.5")))),
        OnBalancer(Gen.Select(OneOf(Servers), Gen.Int[0, 5]), weighed =>
            ("set-weight", Args(("server", weighed.Item1), ("weight", $"{weighed.Item2}")))),
        OnBalancer(Gen.Int[0, 20], seconds => ("set-slow-start", Args(("seconds", $"{seconds}")))),
        OnBalancer(Gen.Int[0, 5], seconds => ("set-drain-time", Args(("seconds", $"{seconds}")))),
        OnBalancer(Gen.Select(Gen.Int[0, 6], Gen.Int[0, 10], Gen.Int[0, 2]), given =>
            ("set-connection-limit",
                Args(("connections", $"{given.Item1}"), ("queue", $"{given.Item2}"), ("timeout", $"{given.Item3}")))),
        OnBalancer(Gen.Int[0, 30], limit => ("set-load-shedding", Args(("outstanding", $"{limit}")))),
        OnBalancer(Gen.Int[0, 100], limit => ("set-rate-limit", Args(("limit", $"{limit}")))),
        OnBalancer(Gen.Select(Gen.Int[1, 4], Gen.Bool, Gen.Bool, OneOf("0", "0.3")), given =>
            ("set-retries", Args(
                ("attempts", $"{given.Item1}"), ("answers", given.Item2 ? "true" : "false"),
                ("writes", given.Item3 ? "true" : "false"), ("budget", given.Item4)))),
        OnBalancer(OneOf("0", "0.02", "0.1", "0.5", "2"), seconds => ("set-response-timeout", Args(("seconds", seconds)))),
        OnBalancer(OneOf("0", "0.05", "2"), seconds => ("set-idle-timeout", Args(("seconds", seconds)))),
        OnBalancer(Gen.Select(Gen.Int[0, 4], OneOf("0", "1"), OneOf("0", "1")), given =>
            ("set-passive-ejection",
                Args(("failures", $"{given.Item1}"), ("within", given.Item2), ("out", "3"), ("most", given.Item3)))),
        OnBalancer(Gen.Select(OneOf("none", "cookie", "address"), OneOf("1", "60")), given =>
            ("set-sticky", Args(("sticky", given.Item1), ("seconds", given.Item2)))),
        OnBalancer(Gen.Select(OneOf("fail-open", "refuse"), OneOf("0", "0.6")), given =>
            ("set-when-none-healthy", Args(("then", given.Item1), ("panic", given.Item2)))),
        OnBalancer(Gen.Select(OneOf("internet", "campus"), OneOf("block-source", "unblock-source")), given =>
            (given.Item2, Args(("source", given.Item1)))),
        OnServer("block-source", ("source", "campus")), OnServer("unblock-source", ("source", "campus")),
        OnServer("remove-server"), OnServer("drain-server"), OnServer("undrain-server"),
        Gen.Select(OneOf(Servers), OneOf("size", "other"), OneOf("true", "false"), (server, size, graceful) =>
            ("change-size", server, Args(("size", size), ("graceful", graceful)))),
        Gen.Select(OneOf(Servers), OneOf("rack-a", "rack-b"), OneOf("true", "false"), (server, rack, graceful) =>
            ("move-server", server, Args(("rack", rack), ("graceful", graceful)))),
        Gen.Select(OneOf([.. Servers, "database"]), Gen.Bool,
            (caller, on) => ("set-breaker", caller, Args(("on", on ? "true" : "false"), ("calls", "5"), ("open", "2")))),
        Gen.Const(("take-hint", "hints", Args())),
        Gen.Const(("place-bet", "bets", Args(("answer", "2")))),
        Gen.Bool.Select(on => ("set-feature", "users", Args(("feature", "recommendations"), ("on", on ? "true" : "false")))),
        Gen.Double[0, 1].Select(share => ("set-retry-budget", "users", Args(("share", $"{share:0.00}")))),
        Gen.Select(OneOf("web-scaler", "app-scaler"), OneOf("off", "target", "step"), Gen.Int[0, 3], Gen.Int[1, 6],
            (scaler, policy, min, max) =>
            ("set-scaling", scaler, Args(
                ("policy", policy), ("min", $"{min}"), ("max", $"{max}"), ("cooldown", "3"), ("warmup", "1"),
                ("target", "0.3")))),
        Gen.Select(OneOf("web-scaler", "app-scaler"), OneOf("target", "schedule"),
            OneOf("keep", "none", "0s 2, 10s 4, 20s 1", "5s 3"), (scaler, policy, schedule) =>
            ("set-scaling", scaler, Args(("policy", policy), ("max", "5"), ("cooldown", "3"), ("schedule", schedule)))),
        Gen.Select(OneOf("web-scaler", "app-scaler"), OneOf("true", "false"), Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[0, 100],
            (scaler, on, window, servers, percent) =>
            ("set-scaling-behavior", scaler, Args(
                ("on", on), ("every", "1"), ("downWindow", $"{window}"), ("downServers", $"{servers}"),
                ("downPercent", $"{percent}")))),
        Gen.Select(OneOf(Servers), Gen.Int[0, 3], (server, seconds) =>
            ("set-pre-stop", server, Args(("seconds", $"{seconds}")))),
        OnBalancer(Gen.Select(OneOf("true", "false"), Gen.Int[0, 3]), given =>
            ("set-endpoint-lag", Args(("on", given.Item1), ("seconds", $"{given.Item2}")))),
        OneOf("rack-a", "rack-b").Select(rack => ("rack-uplink", rack, Args(("seconds", "5")))),
        OneOf("feed-a", "feed-b").Select(feed => ("feed-power", feed, Args(("seconds", "5")))),
        Gen.Int[0, 2000].Select(capacity => ("resize-cache", "cache", Args(("capacity", $"{capacity}")))),
        Gen.Const(("flush-cache", "cache", Args())),
        OneOf("cache", "edge").Select(cache => ("remove-cache", cache, Args())),
        Gen.Select(OneOf("rack-a", "rack-b"), Gen.Int[0, 500], (rack, capacity) =>
            ("add-cache", rack, Args(("capacity", $"{capacity}"), ("ttl", "5")))),
        Gen.Select(OneOf("cache", "edge"), OneOf("browse", "checkout"), Gen.Bool, (cache, users, on) =>
            ("set-cached", cache, Args(("class", users), ("on", on ? "true" : "false")))),
        Gen.Select(OneOf("cache", "edge"), Gen.Int[1, 300], Gen.Int[20, 500], (cache, keys, rate) =>
            ("warm-cache", cache, Args(("keys", $"{keys}"), ("rate", $"{rate}")))),
        OneOf("cache", "edge").Select(cache => ("stop-warming", cache, Args())),
        OneOf("0.001", "1", "60").Select(seconds => ("set-ttl", "cache", Args(("seconds", seconds)))),
        OneOf("0", "0.3", "1").Select(jitter => ("set-jitter", "cache", Args(("jitter", jitter)))),
        Gen.Select(OneOf("cache", "edge"), OneOf("0", "1", "20"), (cache, seconds) =>
            ("set-stale-while-revalidate", cache, Args(("seconds", seconds)))),
        Gen.Select(OneOf("set-single-flight", "set-invalidation"), OneOf("cache", "edge"), OneOf("true", "false"),
            (action, cache, on) => (action, cache, Args(("on", on)))),
        Gen.Int[1, 50].Select(connections => ("set-max-connections", "database", Args(("connections", $"{connections}")))),
        Gen.Int[0, 12].Select(connections => ("set-pool", "database", Args(("connections", $"{connections}")))),
        Gen.Select(OneOf("longest-transaction", "lock-holder", "all"), OneOf("any", "browse", "checkout"), (which, users) =>
            ("kill-session", "database", Args(("which", which), ("class", users)))),
        Gen.Select(OneOf("set-lock-timeout", "set-statement-timeout", "set-pool-timeout"), OneOf("0", "0.05", "0.5", "2"),
            (action, seconds) => (action, "database", Args(("seconds", seconds)))),
        Gen.Select(OneOf("size", "other"), OneOf("rack-a", "rack-b"), (size, rack) =>
            ("add-replica", "database", Args(("size", size), ("rack", rack)))),
        OneOf("db-1", "db-2", "db-3").Select(server => ("remove-replica", "database", Args(("server", server)))),
        Gen.Const(("fail-over", "database", Args())),
        Gen.Int[2, 20].Select(amount => ("database-slow", "database", Args(("seconds", "5"), ("amount", $"{amount}")))),
        Gen.Const(("replication-lag", "database", Args(("seconds", "5"), ("amount", "20")))),
        Gen.Const(("start-rollout", "rollout", Args(("version", "v2"), ("drain", "2"), ("bake", "2")))),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], (surge, unavailable) => ("start-rollout", "rollout", Args(
            ("version", "v2"), ("strategy", "replace"), ("surge", $"{surge}"), ("unavailable", $"{unavailable}")))),
        Gen.Select(OneOf(Servers), OneOf("startup", "liveness", "readiness"), OneOf("shallow", "deep"), Gen.Bool,
            (server, check, path, on) => ("set-server-check", server, Args(
                ("check", check), ("path", path), ("on", on ? "true" : "false"), ("interval", "2"), ("timeout", "0.5"),
                ("unhealthyAfter", "2")))),
        OneOf("roll-back", "pause-rollout", "resume-rollout").Select(action => (action, "rollout", Args())),
        Gen.Select(OneOf("rack-a", "rack-b"), OneOf("whole", "app"), (rack, tier) =>
            ("add-server", rack, Args(("size", "size"), ("tier", tier)))),
        OneOf("rack-a", "rack-b").Select(rack => ("rack-power", rack, Args(("seconds", "10")))),
        Gen.Const(("restart-balancer", "balancer", Args())),
        Gen.Const(("balancer-crash", "balancer", Args())),
        Gen.Int[0, 60].Select(limit => ("set-handshake-limit", "balancer", Args(("handshakes", $"{limit}")))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => ("add-address", "dns", Args(("address", address)))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => ("remove-address", "dns", Args(("address", address)))),
        Gen.Int[0, 10].Select(seconds => ("set-record-ttl", "dns", Args(("seconds", $"{seconds}")))),
        OneOf("certificate", "spare", "stranger").Select(certificate => ("renew-certificate", certificate, Args())),
        OnBalancer(OneOf("certificate", "spare", "stranger"),
            certificate => ("set-certificate", Args(("certificate", certificate)))),
        Gen.Const(("flush-cache", "edge", Args())),
        OneOf("sev1", "sev3")
            .Select(severity => ("declare-incident", "incident", Args(("severity", severity), ("what", "trouble")))),
        OneOf("commander", "operations").Select(role => ("take-role", "incident", Args(("role", role)))),
        OneOf("investigating", "resolved")
            .Select(state => ("post-status", "incident", Args(("state", state), ("text", "We look on.")))),
        Gen.Select(OneOf([.. Servers, "database", "rack-a", "users"]), OneOf("rack-lost", "hung-backend", "thread-exhaustion"),
            (component, failure) =>
            ("name-cause", "incident", Args(("component", component), ("failure", failure)))),
        Gen.Const(("close-incident", "incident", Args())),
        OnServer("list-processes"), OnServer("show-locks"), OnServer("read-access-log"),
        OneOf("show-locks", "slow-queries").Select(look => (look, "database", Args())),
        OneOf(Balancers).Select(balancer => ("read-access-log", balancer, Args())),
        Gen.Const(("check-certificate", "certificate", Args())), Gen.Const(("trace-request", "users", Args())),
        Gen.Int[1, 4].Select(amount => ("traffic-surge", "users", Args(("seconds", "5"), ("amount", $"{amount}")))));

    /// <summary>Set RANDOM_PLAYS to play more.</summary>
    private static readonly int Plays =
        int.TryParse(Environment.GetEnvironmentVariable("RANDOM_PLAYS"), CultureInfo.InvariantCulture, out var plays)
            ? plays
            : 150;

    [Fact]
    public void EveryRequestIsAccountedForWhateverHappens() =>
        Gen.Select(
            Gen.ULong, RandomTwists.Of(RandomSystems.Any), Gen.Frequency((6, AnyCommand), (1, RandomTwists.OnQueue)).Array[1, 25],
            Gen.Int[0, 25]).Sample((seed, system, commands, reset) =>
        {
            var play = new Play(system, seed);
            foreach (var (index, (action, target, args)) in commands.Index())
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                if (index == reset) play.World.ResetMeters();
                play.Pass(2);
            }
        }, iter: Plays);

    /// <summary>
    /// When nobody comes any more, every user has an answer or a failure, and servers that work are left with nothing.
    /// </summary>
    [Fact]
    public void EveryRequestEnds() =>
        Gen.Select(Gen.ULong, RandomTwists.Of(RandomSystems.Any), AnyCommand.Array[1, 25]).Sample((seed, system, commands) =>
        {
            var play = new Play(
                system with { Traffic = [new(0, 1), new(Estates.Seconds(49), 1), new(Estates.Seconds(50), 0)] }, seed);
            foreach (var (action, target, args) in commands)
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                play.Pass(2);
            }

            // three attempts of 6 s and their backoffs
            while (play.World.NowNs < Estates.Seconds(75)) play.Pass(1);
            Assert.DoesNotContain(play.World.Pending(), request => !request.Abandoned);

            foreach (var server in play.World.Servers) play.Do("open-firewall", server.Id).Do("restart-server", server.Id);
            // answers that wait for a saturated uplink take longer
            for (var minute = 0; minute < 10 && play.World.Pending().Count > 0; minute++) play.Pass(60);
            Assert.Empty(play.World.Pending());
        }, iter: Plays / 2);

    internal static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<(string, string, (string, string)[])> OnServer(string action, params (string, string)[] args) =>
        OneOf(Servers).Select(server => (action, server, args));

    private static Gen<(string, string, (string, string)[])> OnBalancer<T>(
        Gen<T> given, Func<T, (string Action, (string, string)[] Args)> command) =>
        Gen.Select(OneOf(Balancers), given, (balancer, value) => (command(value).Action, balancer, command(value).Args));

    private static (string, string)[] Args(params (string, string)[] args) => args;
}
