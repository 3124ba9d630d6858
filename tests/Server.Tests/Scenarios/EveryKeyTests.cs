using OpsGame.Server.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>A file that has every key, and what becomes of each.</summary>
public class EveryKeyTests
{
    private const long Second = 1_000_000_000;

    private readonly Scenario _example = ScenarioReader.Read(Example.Text, "example.yaml");

    [Fact]
    public void EveryKeyReachesItsRecord()
    {
        var all = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true);
        var browse = all.Classes[0];
        Assert.Equal(
            (new WorkSpec(WorkKind.Fixed, 200_000, 0), "goods", 30 * Second), (browse.Exclusive, browse.Data, browse.StaleNs));
        Assert.Equal(new RetrySpec(3, Second / 2, 0.5, 0.1, 2, 20 * Second), browse.Retry);
        Assert.Equal((null, "", -1, 0),
            (all.Classes[1].Exclusive, all.Classes[1].Data, all.Classes[1].StaleNs, all.Classes[1].Retry.Budget));
        Assert.Equal(
            new RoleSpec(Role.App, 2, 8, 100, 300, 4, 0.02, 0.001, LimitMiB: 600, LogKiB: 2),
            all.Servers[0].Roles[1] with { Cold = null, IdleTimeoutNs = 0 });
        Assert.Equal((0.1, 0), (all.Servers[1].Roles[0].LogKiB, all.Servers[1].LogKeepMiB));
        Assert.Equal((20 * 1024, 2 * 1024), (all.Sizes[0].DiskMiB, all.Servers[0].LogKeepMiB));
        Assert.Equal(30 * Second, all.Operations.ShutdownNs);
        Assert.Equal(500, all.Balancer!.RateLimit);
        Assert.Equal(
            new CacheSpec("cache", "rack-1", 2000, 60 * Second, 200_000, 0.1, true, true)
            {
                NanoDollarsPerHour = 800_000_000, RevalidateNs = 30 * Second,
            },
            all.Cache);
        Assert.Equal(new CacheOfferSpec("cache", 900_000_000, 45 * Second, 200_000), all.CacheOffer);
        Assert.Equal((2, LockOrder.Drawn, true), (browse.Locks, browse.LockOrder, browse.ReplicaReads));
        Assert.Equal((1, LockOrder.Drawn, false), (all.Classes[1].Locks, all.Classes[1].LockOrder, all.Classes[1].ReplicaReads));
        Assert.Equal(["db-1", "db-2"], all.Database!.Servers);
        Assert.Equal(
            new DatabaseSpec(
                "database", "db-1", 100, 4, 2 * Second, 20, Second, Second, 5 * Second, Second / 125, default, Second / 10,
                new FailoverSpec(30 * Second, 30 * Second))
            {
                ConnectTimeoutNs = 2 * Second, Pooler = new PoolerSpec(PoolerMode.Transaction, 20, 500, 120 * Second),
            },
            all.Database with { Replicas = default, Breaker = null });
        Assert.Equal((2, 2_000, 40_000, 2), (browse.Priority, browse.RequestBytes, browse.ResponseBytes, all.Servers[0].Weight));
        Assert.Equal("campus", browse.Source);
        Assert.Equal(
            [new FeatureSpec("recommendations", new LocalText("Recommendations", "추천 상품"),
                new WorkSpec(WorkKind.Exponential, 2e6, 0), new WorkSpec(WorkKind.Exponential, 1e6, 0), 0.2)],
            browse.Features);
        Assert.Equal(new RackSpec("rack-1", 8, "north", PowerFeeds.Both, 1e9), all.Racks[0]);
        Assert.Equal(new BalancerLimits(10 * Second, 40, 200, 3 * Second, 150), all.Balancer.Limits);
        Assert.Equal(["app-1"], all.TargetsOf(all.Inner!).Select(server => server.Id));
        Assert.Equal(all.Balancer with { Id = "inner", OnClientAbort = OnClientAbort.Close }, all.Inner);
        Assert.Equal(OnClientAbort.Keep, all.Balancer.OnClientAbort);
        var (web, app) = (all.Servers[0].Roles[0], all.Servers[0].Roles[1]);
        Assert.Equal((Discipline.RunToCompletion, OnAbort.Stop), (web.Discipline, web.OnAbort));
        Assert.Equal((Discipline.Sliced, OnAbort.WorkOn), (app.Discipline, app.OnAbort));
        Assert.Equal(
            (new WorkSpec(WorkKind.Fixed, 1e6, 0), new WorkSpec(WorkKind.Exponential, 20e6, 0),
                new WorkSpec(WorkKind.Exponential, 2e6, 0)),
            (browse.WebWait, browse.AppWait, browse.DbWait));
        Assert.Equal(new BreakerSpec(SlowNs: 2 * Second, SlowShare: 0.8), all.AppBreaker);
        Assert.Equal(
            (new WorkSpec(WorkKind.Exponential, 5e6, 0), new WorkSpec(WorkKind.Exponential, 2e9, 0), 5 * Second),
            (browse.SecondConnection, browse.ReadAfterWrite, browse.PrimaryAfterWriteNs));
        var ping = all.Classes.First(users => users.Id == "ping");
        Assert.Equal(
            new LongLivedSpec(new WorkSpec(WorkKind.Exponential, 600e9, 0), 10 * Second, 45 * Second), ping.LongLived);
        Assert.Equal(("ping", null), (all.Classes.First(users => users.Id == "chat").Over, browse.LongLived));
        Assert.Equal((1024, 0), (web.Connections, app.Connections));
        Assert.Equal([new BulkheadSpec(Role.Web, 25, Second / 2), new BulkheadSpec(Role.App, 10, 0)], browse.Bulkheads);
    }

    [Fact]
    public void EveryKeyOfWhatHappensReachesItsRecord()
    {
        var all = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true);
        var browse = all.Classes[0];
        var scaling = all.Scalers[0].Policy;
        Assert.Equal((ScalingKind.Target, 2, 6, 0.5, 60 * Second, 300 * Second), (
            scaling.Kind, scaling.Min, scaling.Max, scaling.Target, scaling.WindowNs, scaling.CooldownNs));
        Assert.Equal(
            (new ScalingStep(true, 0.7, 2), new ScheduledSize(180 * Second, 4)), (scaling.Steps[0], scaling.Schedule[0]));
        Assert.Contains(FaultSpec.Of("feed-power", "feed-a", 300 * Second, 30 * Second), all.Faults);
        Assert.Equal(all.AppBreaker, all.Database!.Breaker);
        Assert.Contains(FaultSpec.Of("table-alter", "database", 225 * Second, 5 * Second, ("class", "browse")), all.Faults);
        Assert.Equal(
            (20, false, LockOrder.Sorted, true),
            (all.Releases[0].LeakKiB, all.Releases[0].Coexists, all.Releases[0].LockOrder, all.Releases[0].NewPages));
        Assert.Equal((0.05, 0.03), (browse.DnsCachedForever, browse.OldTrustStore));
        Assert.Equal(FaultSpec.Of("firewall", "web-1", 360 * Second, 30 * Second, ("from", "users")), all.Faults[^2]);
        Assert.Equal(FaultSpec.Of("process-crash", "web-1", 100 * Second, 0, ("role", "app"), ("process", "2")), all.Faults[1]);
        Assert.Equal(FaultSpec.Of("log-flood", "web-1", 110 * Second, 30 * Second, ("amount", "1000")), all.Faults[2]);
        Assert.Equal(FaultSpec.Of("balancer-crash", "balancer", 420 * Second, 0), all.Faults[^1]);
    }

    [Fact]
    public void EveryKeyOfWhatOrchestratorsDoReachesItsRecord()
    {
        var all = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true);
        Assert.Equal(new ColdStart(3, 0, 30 * Second), all.Servers[0].Roles[0].Cold);
        Assert.Equal(new ColdStart(5, 2000, 0), all.Servers[0].Roles[1].Cold);
        Assert.Equal(
            new OwnChecks(
                new OwnCheck(false, 0, 2 * Second, Second, 30, 1), new OwnCheck(false, 5 * Second, 10 * Second, Second, 3, 1),
                new OwnCheck(true, 0, 5 * Second, Second, 3, 1)),
            all.Servers[0].Checks);
        Assert.Equal((Second / 2, BalancerState.Deaf), (all.Balancer!.EndpointLagNs, _example.Balancer!.EndpointLagNs));
        var scaling = all.Scalers[0].Policy;
        Assert.Equal(
            (ScalerHealth.Balancer, 120 * Second, ScalerHealth.Server, 300 * Second),
            (all.Scalers[0].Health, all.Scalers[0].GraceNs, all.Scalers[1].Health, all.Scalers[1].GraceNs));
        var behavior = scaling.Behavior!;
        Assert.Equal((15 * Second, 0.1), (behavior.EveryNs, behavior.Tolerance));
        Assert.Equal((0, RateChoice.Max), (behavior.Up.WindowNs, behavior.Up.Select));
        Assert.Equal(ScalingBehavior.Usual.Up.Rates, behavior.Up.Rates);
        Assert.Equal((300 * Second, RateChoice.Min), (behavior.Down.WindowNs, behavior.Down.Select));
        Assert.Equal([new ScalingRate(10, true, 60 * Second)], behavior.Down.Rates);
        Assert.Null(all.Scalers[1].Policy.Behavior);
        Assert.Equal((5 * Second, 0), (all.Operations.PreStopNs, _example.Operations.PreStopNs));
    }

    [Fact]
    public void EveryKeyOfTheWayToTheEntryReachesItsRecord()
    {
        var all = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true);
        Assert.Equal((2000, true, 60 * Second), (all.Classes[0].Clients, all.Classes[0].EdgeCacheable, all.Network.KeepAliveNs));
        Assert.Equal((0, false, 75 * Second),
            (_example.Classes[0].Clients, _example.Classes[0].EdgeCacheable, _example.Network.KeepAliveNs));
        Assert.Equal(
            new EdgeSpec(
                new CacheSpec("edge", "", 1000, 30 * Second, 200_000, 0.1, true, true) { RevalidateNs = 30 * Second },
                5_000_000, 10_000_000),
            all.Edge);
        Assert.Equal(["edge"], all.Dns!.Targets);
        Assert.Equal(new DnsSpec("dns", all.Dns.Targets, 60 * Second, 50, 20_000_000), all.Dns);
        Assert.Equal(
            new TlsSpec(
                TlsEnd.Balancer, TlsVersion.Tls13, 2, new WorkSpec(WorkKind.Fixed, 500_000, 0),
                new WorkSpec(WorkKind.Fixed, 100_000, 0),
                7_200 * Second, false, 1500, 4096),
            all.Tls);
        var certificate = new CertificateSpec(
            "certificate", 480 * Second, 30 * Second, 90 * 86_400 * Second, Chain: CertificateChain.New);
        Assert.Equal(certificate, all.Certificate);
        Assert.Equal(
            [certificate with { Id = "certificate-spare", ExpiresNs = 3_600 * Second, Covers = false }], all.SpareCertificates);
    }
}
