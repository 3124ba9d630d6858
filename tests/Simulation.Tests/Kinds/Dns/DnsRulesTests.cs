using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Dns;

public class DnsRulesTests
{
    private static readonly DnsState Name = new("dns", ["edge"], Estates.Seconds(60), []);

    [Fact]
    public void TheUsersNameForTheSystemIsADnsName()
    {
        Assert.Equal(DnsState.Kind, Acting.World().KindOf("dns"));
        Assert.Equal(["add-address", "remove-address", "set-record-ttl"], Acting.ActionsOn(DnsState.Kind));
    }

    [Fact]
    public void AnAddedAddressIsPartOfTheRecord()
    {
        var outcome = Tick(Name, Acting.Of("add-address", "dns", ("address", "balancer")));
        Assert.Equal(["edge", "balancer"], outcome.State.Targets);
        var set = Assert.IsType<SetDns>(Assert.Single(outcome.Directives));
        Assert.Equal(("dns", Estates.Seconds(60)), (set.Dns, set.TtlNs));
        Assert.Equal(outcome.State.Targets, set.Targets);
    }

    [Fact]
    public void AnAddressThatIsRemovedWasOneOfTheRecord()
    {
        var both = Tick(Name, Acting.Of("add-address", "dns", ("address", "balancer"))).State;
        var moved = Tick(both, Acting.Of("remove-address", "dns", ("address", "edge"))).State;
        Assert.Equal(["balancer"], moved.Targets);
        Assert.Equal(["edge"], moved.Former);

        var back = Tick(moved, Acting.Of("add-address", "dns", ("address", "edge"))).State;
        Assert.Equal(["balancer", "edge"], back.Targets);
        Assert.Empty(back.Former);
    }

    [Theory]
    [InlineData("add-address", "edge", "address-listed")]
    [InlineData("add-address", "db-1", "address-takes-no-users")]
    [InlineData("remove-address", "balancer", "address-not-listed")]
    [InlineData("remove-address", "edge", "address-last")]
    public void ARefusedChangeLeavesTheRecordAsItIs(string action, string address, string code)
    {
        var outcome = Tick(Name, Acting.Of(action, "dns", ("address", address)));
        Assert.Equal(Name, outcome.State);
        Assert.Empty(outcome.Directives);
        Assert.Equal((EventKind.Refused, code), (outcome.Events[0].Kind, outcome.Events[0].Code));
    }

    [Fact]
    public void ANewTtlIsSetOnceAndUndoneByTheOldOne()
    {
        var outcome = Tick(Name, Acting.Of("set-record-ttl", "dns", ("seconds", "5")));
        Assert.Equal(Name with { TtlNs = Estates.Seconds(5) }, outcome.State);
        Assert.Equal(("set-record-ttl", "60"), (outcome.Events[0].Undo!.Action, outcome.Events[0].Undo!.Args["seconds"]));
        Assert.Empty(Tick(outcome.State).Directives);
    }

    private static Outcome<DnsState> Tick(DnsState state, params Command[] commands) =>
        DnsRules.Tick(state, new DnsInput("dns", Estates.Seconds(1), [.. commands], ["edge", "balancer", "web-1"]));
}
