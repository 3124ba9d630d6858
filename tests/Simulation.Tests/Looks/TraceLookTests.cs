using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Tests.Failures;
using static OpsGame.Simulation.Tests.Looks.Looking;

namespace OpsGame.Simulation.Tests.Looks;

/// <summary>A trace shows where a request waited, and on whom.</summary>
public sealed class TraceLookTests
{
    [Fact]
    public void ATraceShowsWhereTheSlowestRequestWaited()
    {
        var play = new Play(Shop.Of(60).Stored(database => database with { Slots = 1 })).Pass(10);
        var finding = Looked(play, "trace-request", "users");

        var slowest = finding.Traces[0];

        Assert.True(slowest.EndNs - slowest.StartNs > Estates.Seconds(0.1));
        Assert.Equal(["balancer", "app-", "app-", "db-1"],
            slowest.Hops.Select(hop => hop.At.TrimEnd('1', '2') is "app-" or "balancer" ? hop.At.TrimEnd('1', '2') : hop.At));
        Assert.All(slowest.Hops, hop => Assert.True(hop.InNs <= hop.WorkNs && hop.WorkNs <= hop.OutNs));
    }

    [Fact]
    public void WaitingForAPooledConnectionIsNoWork()
    {
        var play = new Play(Shop.Of(150).Stored(database => database with { PoolSize = 1 }), traces: true).Pass(20);

        var calls = play.Traces.SelectMany(trace => trace.Hops.Where(hop => hop.Role == Role.App)
            .Select(app => (App: app, Called: trace.Hops.Where(hop => hop.Role == Role.Db).Sum(hop => hop.OutNs - hop.InNs))));
        var queued = calls.Where(call => call.App.PausedNs > Estates.Seconds(0.05)).ToList();

        Assert.True(queued.Count > 10, $"{queued.Count} waited");
        // what is left is the way to the database and back, and work that shares its cores with thirty others at most
        Assert.All(calls, call => Assert.InRange(
            call.App.OutNs - call.App.WorkNs - call.App.PausedNs - call.Called, 0, Estates.Seconds(2)));
        Assert.All(queued, call => Assert.True(call.App.PausedNs <= call.App.OutNs - call.App.WorkNs - call.Called));
    }

    [Fact]
    public void ATraceShowsWhoStillWaitsInAHungProcess()
    {
        var play = new Play(Shop.Of(60).Asked(users => users with { PatienceNs = 0 })).Pass(10).Fault("server-hang", "app-2", 60)
            .Pass(1);

        var slowest = Looked(play, "trace-request", "users").Traces[0];

        Assert.True(slowest.Open);
        Assert.Equal("app-2", slowest.Hops[^1].At);
        Assert.Equal(slowest.EndNs, slowest.Hops[^1].WorkNs);
    }

    [Fact]
    public void ATraceShowsAFailureBesideTheSlowest()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop with
        {
            Releases = [Shop.Release("v2", 1, 0.3)],
            Servers = [.. shop.Servers.Select(server => server with { Version = "v2" })],
        }).Pass(10);

        var traces = Looked(play, "trace-request", "users").Traces;

        Assert.Contains(traces, trace => trace.Cause == Cause.Error);
        Assert.True(traces[0].EndNs - traces[0].StartNs >= traces[^1].EndNs - traces[^1].StartNs);
    }

    [Fact]
    public void AFindingDoesNotDependOnThePicturesSampling()
    {
        var (plain, sampled) = (new Play(Estates.Contended()).Pass(5), new Play(Estates.Contended(), traces: true).Pass(5));

        var (one, other) = (Looked(plain, "trace-request", "users"), Looked(sampled, "trace-request", "users"));

        Assert.NotEmpty(sampled.Traces);
        Assert.Equal(one.Traces.Select(trace => (trace.Class, trace.Number, trace.EndNs)),
            other.Traces.Select(trace => (trace.Class, trace.Number, trace.EndNs)));
        Assert.Equal(plain.World.Last.Hash, sampled.World.Last.Hash);
    }
}
