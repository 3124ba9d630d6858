using CsCheck;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

public class ScenarioMistakeTests
{
    [Theory]
    [InlineData("duration: 10m", "duration: 10m\ncolour: red", "unknown-key", "colour")]
    [InlineData("rate: 40/s", "rat: 40/s", "unknown-key", "rat:")]
    [InlineData("\n    rate: 40/s", "\n\trate: 40/s", "syntax", "\trate: 40/s")]
    [InlineData("interval: 10s}", "interval: 10s, timeout: 12s}", "impossible", "timeout: 12s")]
    [InlineData("{rack: rack-1, capacity: 500, ttl: 60s}", "{rack: rack-1, capacity: 500}", "missing-key", "cache:")]
    [InlineData("rate: 40/s", "rate: 40", "wrong-unit", "rate: 40")]
    [InlineData("target: 250ms", "target: 250", "wrong-unit", "target: 250")]
    [InlineData("target: 250ms", "target: 0.25 seconds", "wrong-unit", "target: 0.25")]
    [InlineData("memory: 4GiB", "memory: 4GB", "wrong-unit", "memory: 4GB")]
    [InlineData("price: $0.10/h", "price: 0.10/h", "wrong-unit", "price: 0.10")]
    [InlineData("price: $0.10/h", "price: $0.10", "wrong-unit", "price: $0.10")]
    [InlineData("spend: $0.05", "spend: $0.05/h", "wrong-unit", "spend")]
    [InlineData("app: exp(8ms)", "app: exp(8)", "wrong-unit", "exp(8)")]
    [InlineData("app: exp(8ms)", "app: gauss(8ms)", "wrong-unit", "gauss")]
    [InlineData("lognormal(3ms, scv 4)", "lognormal(3ms)", "wrong-unit", "lognormal")]
    [InlineData("uniform(1ms, 9ms)", "uniform(9ms, 1ms)", "out-of-range", "uniform")]
    [InlineData("lognormal(3ms, scv 4)", "lognormal(3ms, scv 0)", "out-of-range", "lognormal")]
    [InlineData("app: exp(8ms)", "app: exp(0ms)", "out-of-range", "exp(0ms)")]
    [InlineData("rate: 40/s", "rate: -1/s", "out-of-range", "rate: -1/s")]
    [InlineData("rate: 40/s", "rate: 0/s", "out-of-range", "rate: 0/s")]
    [InlineData("threads: 32", "threads: 0", "out-of-range", "threads: 0")]
    [InlineData("threads: 32", "threads: 1.5", "wrong-type", "threads: 1.5")]
    [InlineData("processes: 2", "processes: 65", "out-of-range", "processes: 65")]
    [InlineData("writes: 1", "writes: 1.1", "out-of-range", "writes: 1.1")]
    [InlineData("attached: false", "attached: no", "wrong-type", "attached: no")]
    [InlineData("attached: false", "attached: true", "impossible", "attached: true")]
    [InlineData("least-outstanding", "fastest", "not-a-choice", "fastest")]
    [InlineData("path: deep", "path: medium", "not-a-choice", "medium")]
    [InlineData("kind: server-hang", "kind: meteor", "not-a-choice", "meteor")]
    [InlineData("id: example", "id: Ex ample", "bad-name", "Ex ample")]
    [InlineData("size: small\n    attached", "size: huge\n    attached", "dangling", "huge")]
    [InlineData("{rack: rack-1, capacity", "{rack: rack-9, capacity", "dangling", "rack-9")]
    [InlineData("target: server-1, at: 5m", "target: server-9, at: 5m", "dangling", "server-9")]
    [InlineData("kind: rack-power, target: rack-1", "kind: rack-power, target: server-1", "dangling", "rack-power")]
    [InlineData("database: {server: server-2", "database: {server: server-1", "dangling", "database:")]
    [InlineData("database: {server: server-2, connections: 50}", "", "missing-key", "id: example")]
    [InlineData("cache: {rack: rack-1, capacity: 500, ttl: 60s}", "cache-offer: {price: $2}", "wrong-unit", "price: $2}")]
    [InlineData("id: server-2", "id: server-1", "duplicate", "attached: false")]
    [InlineData("id: order", "id: browse", "duplicate", "rate: 2.5/s")]
    [InlineData("duration: 10m", "duration: 10m\nid: again", "duplicate", "id: again")]
    [InlineData("version: v2", "version: v1", "duplicate", "version: v1")]
    [InlineData("units: 4", "units: 1", "impossible", "attached: false")]
    [InlineData("threads: 16", "threads: 1600", "impossible", "threads: 1600")]
    [InlineData("at: 4m, factor", "at: 0s, factor", "impossible", "factor: 2.5")]
    [InlineData("at: 4m, factor", "at: 11m, factor", "out-of-range", "at: 11m")]
    [InlineData("until: 8m", "until: 11m", "out-of-range", "until: 11m")]
    [InlineData("until: 8m", "until: 30s", "impossible", "until: 30s")]
    [InlineData("at: 7m, for: 30s", "at: 7m, for: 4m", "impossible", "at: 7m")]
    [InlineData("delivery: 150", "delivery: 151", "impossible", "service: 600")]
    [InlineData("patience: 5s", "patience: 100ms", "impossible", "patience: 100ms")]
    [InlineData("{web: fixed(1ms), app: \"uniform(1ms, 9ms)\"", "{app: \"uniform(1ms, 9ms)\"", "impossible", "{app: \"uniform")]
    [InlineData("units: 4", "units: 4, uplink: 1Gb", "wrong-unit", "uplink: 1Gb")]
    [InlineData("units: 4", "units: 4, uplink: 1Mbit", "wrong-unit", "uplink: 1Mbit")]
    [InlineData("units: 4", "units: 4, uplink: 0.5Mbit/s", "out-of-range", "uplink: 0.5")]
    [InlineData("units: 4", "units: 4, feeds: c", "not-a-choice", "feeds: c")]
    [InlineData("keys: 50", "keys: 50\n    response: 4KiB", "wrong-unit", "response: 4KiB")]
    [InlineData("keys: 50", "keys: 50\n    priority: 11", "out-of-range", "priority: 11")]
    [InlineData("kind: rack-power, target: rack-1", "kind: feed-power, target: rack-1", "dangling", "feed-power")]
    [InlineData("least-outstanding", "least-outstanding\n  connections: 100001", "out-of-range", "connections: 100001")]
    [InlineData("score:\n", "inner: {}\nscore:\n", "impossible", "inner:")]
    [InlineData("score:\n", "breakers: {database: {window: 50}}\nscore:\n", "impossible", "breakers:")]
    [InlineData("score:\n", "scalers:\n  - {size: small, min: 3, max: 2}\nscore:\n", "impossible", "max: 2")]
    [InlineData("score:\n", "scalers:\n  - {size: huge, min: 1, max: 2}\nscore:\n", "dangling", "huge")]
    [InlineData("score:\n", "causes:\n  - {from: 1m, answers: [{failure: hung-backend, component: web-9}]}\nscore:\n", "dangling",
        "web-9")]
    [InlineData("score:\n", "scalers:\n  - {size: small, tier: app, min: 1, max: 2}\nscore:\n", "dangling", "tier: app")]
    [InlineData("score:\n", "scalers:\n  - {size: small, policy: step, min: 1, max: 2}\nscore:\n", "missing-key", "policy: step")]
    [InlineData("score:\n", "scalers:\n  - {id: feed-a, size: small, min: 1, max: 2}\nscore:\n", "duplicate", "feed-a")]
    [InlineData("db: {}", "db: {threads: 4}", "unknown-key", "db: {threads")]
    [InlineData("balancer:\n", "x-balancer:\n", "unknown-key", "x-balancer")]
    [InlineData("slo: 0.995", "slo: [0.995]", "wrong-type", "slo:")]
    [InlineData("sizes:\n  - {", "sizes:\n    {", "wrong-type", "{id: small")]
    [InlineData("interval: 10s}", "interval: 10s}\n  rate-limit: 0.5/s", "out-of-range", "rate-limit")]
    [InlineData("ttl: 60s}", "ttl: 60s, single-flight: yes}", "wrong-type", "single-flight")]
    [InlineData("connections: 50}", "connections: 50, lock-timeout: never}", "wrong-unit", "lock-timeout")]
    [InlineData("app: exp(8ms), db", "exclusive: exp(8ms), db", "missing-key", "exclusive")]
    [InlineData("errors: 0.01", "leak: 20MiB", "wrong-unit", "leak")]
    [InlineData("queue: 100}", "queue: 100, sigma: 2}", "out-of-range", "sigma")]
    [InlineData(
        "kind: server-hang, target: server-1", "kind: process-crash, target: server-1, process: 3", "impossible", "process: 3")]
    [InlineData(
        "kind: server-hang, target: server-1", "kind: process-crash, target: server-2, role: db", "impossible", "role: db")]
    [InlineData(
        "kind: server-hang, target: server-1", "kind: server-hang, target: server-1, role: app", "unknown-key", "role: app")]
    [InlineData("kind: server-hang, target: server-1, at: 5m", "kind: firewall, target: server-1, at: 5m, for: 5s, from: db",
        "not-a-choice", "from: db")]
    [InlineData("kind: server-hang, target: server-1, at: 5m", "kind: log-flood, target: server-1, at: 5m, for: 5s, amount: 9",
        "impossible", "log-flood")]
    [InlineData("threads: 16, queue: 100}", "threads: 16, queue: 100, memory-limit: 231MiB}", "impossible", "memory-limit")]
    [InlineData("queue: 100}", "queue: 100, log: 2}", "wrong-unit", "log: 2")]
    [InlineData("size: small\n    attached", "size: small\n    log-keep: 1GiB\n    attached", "impossible", "log-keep")]
    [InlineData("errors: 0.01", "coexists: perhaps", "wrong-type", "coexists")]
    [InlineData("network: {", "operations: {shutdown-timeout: never}\nnetwork: {", "wrong-unit", "shutdown-timeout")]
    [InlineData("connections: 50}", "connections: 50, replicas: [{server: server-1}]}", "dangling", "replicas")]
    [InlineData("connections: 50}", "connections: 50, replicas: [{server: server-2}]}", "duplicate", "replicas")]
    [InlineData("connections: 50}", "connections: 50, failover: {detect: soon}}", "wrong-unit", "failover")]
    [InlineData("connections: 50}", "connections: 50, deadlock-check: endless}", "wrong-unit", "deadlock-check")]
    [InlineData("writes: 1", "writes: 1\n    locks: 5", "out-of-range", "locks: 5")]
    [InlineData("errors: 0.01", "lock-order: random", "not-a-choice", "lock-order")]
    [InlineData("releases:", "dns: {targets: [{to: server-9}]}\nreleases:", "dangling", "server-9")]
    [InlineData("releases:", "dns: {targets: [{to: balancer}, {to: balancer}]}\nreleases:", "duplicate", "dns:")]
    [InlineData("releases:", "dns: {targets: []}\nreleases:", "missing-key", "dns:")]
    [InlineData("releases:", "dns: {targets: [{to: server-2}]}\nreleases:", "impossible", "dns:")]
    [InlineData("releases:", "tls: {}\nreleases:", "impossible", "tls:")]
    [InlineData("releases:", "tls: {version: tls11}\nreleases:", "not-a-choice", "tls:")]
    [InlineData("releases:", "certificate: {expires: 1m}\nreleases:", "dangling", "certificate:")]
    [InlineData("releases:", "spare-certificates: [{id: spare, expires: 1m}]\nreleases:", "dangling", "spare-certificates:")]
    [InlineData("releases:", "spare-certificates: [{id: balancer, expires: 1m}]\nreleases:", "duplicate", "spare-certificates:")]
    [InlineData("cached: true", "cached: true\n    edge: true", "dangling", "edge: true")]
    [InlineData("cached: true", "cached: true\n    clients: 1000001", "out-of-range", "clients")]
    [InlineData("writes: 1", "writes: 1\n    source: The Moon", "bad-name", "source:")]
    [InlineData("writes: 1", "writes: 1\n    features: [{id: ads, worth: 0.2}]", "missing-key", "features:")]
    [InlineData("writes: 1", "writes: 1\n    features: [{id: ads, app: exp(1ms), worth: 2}]", "out-of-range", "features:")]
    [InlineData("writes: 1", "writes: 1\n    features: [{id: a, app: exp(1ms), worth: 0.6}, {id: b, db: exp(1ms), worth: 0.6}]",
        "impossible", "features:")]
    [InlineData("writes: 1", "writes: 1\n    features: [{id: a, app: exp(1ms), worth: 0}, {id: a, app: exp(1ms), worth: 0}]",
        "duplicate", "features:")]
    public void AMistakeIsReportedWithItsPlace(string piece, string otherwise, string code, string line)
    {
        var text = Example.With(piece, otherwise);
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "example.yaml"));
        Assert.Contains(broken.Problems, problem => problem.Code == code && NearLine(text, line, problem.Line));
    }

    [Fact]
    public void AServerWithTheDbRoleCarriesTheDatabase()
    {
        var every = Files.Read("Server/Schemas/every-key.yaml");
        var broken =
            Assert.Throws<ScenarioException>(
                () => ScenarioReader.Read(
                    every.Replace("    - server: db-2 # ", "    - server: db-1 # ", StringComparison.Ordinal), "idle.yaml"));
        Assert.Equal(["impossible", "duplicate"], broken.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void ACauseMayNameAServerThatIsAddedLater()
    {
        const string Causes = "causes:\n  - {from: 1m, answers: [{failure: hung-backend, component: server-9}]}\nscore:\n";
        var scenario = ScenarioReader.Read(Example.With("score:\n", Causes), "bought.yaml");
        Assert.Equal("server-9", Assert.Single(Assert.Single(scenario.Causes).Answers).Component);
    }

    [Fact]
    public void AWriteCannotLockMoreRowsThanThereAre()
    {
        var every = Files.Read("Server/Schemas/every-key.yaml");
        var broken = Assert.Throws<ScenarioException>(
            () => ScenarioReader.Read(every.Replace("keys: 5000", "keys: 1", StringComparison.Ordinal), "few.yaml"));
        Assert.Equal("impossible", Assert.Single(broken.Problems).Code);
    }

    [Fact]
    public void AllMistakesAreReportedAtOnce()
    {
        var text = Example.With("rate: 40/s", "rate: 40").Replace("threads: 32", "threads: 0", StringComparison.Ordinal)
            .Replace("slo: 0.995", "slo: 0.995\n  extra: 1", StringComparison.Ordinal);
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "example.yaml"));
        Assert.Equal(["wrong-unit", "out-of-range", "unknown-key"], broken.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void ProblemsReadLikeThoseOfACompiler()
    {
        var broken = Assert.Throws<ScenarioException>(() =>
            ScenarioReader.Read(Example.With("rate: 40/s", "rate: 40"), "example.yaml"));
        Assert.Equal("example.yaml:6:11 wrong-unit 'rate' is '40' but should be a rate a second, such as 40/s",
            broken.ToString());
    }

    /// <summary>A problem of a whole entry stands at the entry's first line, at most two above the marked one.</summary>
    private static bool NearLine(string text, string marker, int line)
    {
        var lines = text.Split('\n');
        var marked = Array.FindLastIndex(lines, candidate => candidate.Contains(marker, StringComparison.Ordinal)) + 1;
        return marked > 0 && line <= marked && line >= marked - 3;
    }
}
