using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Names: resolvers remember an answer for its time to live, whatever the record says meanwhile.</summary>
public sealed class DnsTests
{
    [Fact]
    public void AChangeSpreadsEvenlyOverTheTimeToLive()
    {
        const int ttl = 60;
        var play = new Play(Two(4_000) with { Dns = Entry.Dns(ttl, "app-1") with { Resolvers = 2_000 } }).Pass(90);

        play.Do("add-address", "dns", ("address", "app-2")).Do("remove-address", "dns", ("address", "app-1")).Pass(0.5);

        // in each ten seconds those are on the old address whose resolver has not asked since; half a second after an answer has
        // expired somebody asks for the next
        for (var from = 0; from < ttl; from += 10)
            Assert.Equal((ttl - from - 5) / (ttl + 0.5), ShareOfOld(play, seconds: 10), tolerance: 0.02);
        Assert.Equal(0, ShareOfOld(play.Pass(2), seconds: 10));
    }

    [Fact]
    public void AShorterTimeToLiveHoldsForAnswersGivenFromThenOn()
    {
        var play = new Play(Two() with { Dns = Entry.Dns(60, "app-1") with { Resolvers = 2_000 } }).Pass(90);
        play.Do("set-record-ttl", "dns", ("seconds", "5")).Pass(70);
        play.Do("add-address", "dns", ("address", "app-2")).Do("remove-address", "dns", ("address", "app-1")).Pass(6);

        Assert.Equal(0, ShareOfOld(play, seconds: 10));
        Assert.Equal(0, play.World.Last.DnsTelemetry[0].Outdated);
    }

    [Fact]
    public void AddressesAreHandedOutInTurn()
    {
        var play = new Play(Two() with { Dns = Entry.Dns(60, "app-1", "app-2") }).Pass(10);

        Assert.InRange(ShareOfOld(play, seconds: 30), 0.49, 0.51);
    }

    [Fact]
    public void AResolverLooksUpOnceForAllWaitingUsers()
    {
        // 400 questions/s by 50 resolvers that remember 1 s: each asks once a second and 20 ms, and a pause for the next question
        var play = new Play(Two() with { Dns = Entry.Dns(1, "app-1") }).Pass(60);

        Assert.InRange(play.World.Last.DnsTelemetry[0].Queries, 330, 470);
        Assert.InRange(play.World.Last.DnsTelemetry[0].Lookups, 30, 50);
    }

    [Fact]
    public void ARecordTakesOnlyAddressesThatServeUsersAndKeepsItsLastOne()
    {
        var play = new Play(Two() with { Dns = Entry.Dns(60, "app-1") }).Pass(1);
        play.Do("remove-address", "dns", ("address", "app-1")).Do("remove-address", "dns", ("address", "app-2"))
            .Do("add-address", "dns", ("address", "app-1")).Pass(1);

        Assert.Equal(["address-last", "address-not-listed", "address-listed"], play.Codes);
    }

    private static Scenario Two(double rate = 400)
    {
        var one = Estates.Station(rate, Estates.Fixed(0.1), cores: 4);
        return one with { Servers = [one.Servers[0] with { Id = "app-1" }, one.Servers[0] with { Id = "app-2" }] };
    }

    private static double ShareOfOld(Play play, int seconds)
    {
        double old = 0, all = 0;
        for (var second = 0; second < seconds; second++)
        {
            var arrived = play.Pass(1).World.Last.ServerTelemetry.Select(server => server.Roles[0].Arrived).ToArray();
            old += arrived[0];
            all += arrived.Sum();
        }

        return old / all;
    }
}
