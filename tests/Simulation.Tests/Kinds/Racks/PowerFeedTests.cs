using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Racks;

public class PowerFeedTests
{
    [Fact]
    public void EveryEstateHasTwoFeedsThatOnlyAFaultReaches()
    {
        var world = Acting.World();
        Assert.All([PowerFeed.A, PowerFeed.B], id => Assert.Equal(PowerFeed.Kind, world.KindOf(id)));
        Assert.Null(world.KindOf("feed-c"));
        Assert.Equal(["feed-power"], Acting.FaultsOf(PowerFeed.Kind));
        Assert.Empty(Acting.ActionsOn(PowerFeed.Kind));
    }

    [Fact]
    public void EveryRackIsATargetOfItsKind()
    {
        var world = Acting.World();
        Assert.NotEmpty(world.Racks);
        Assert.All(world.Racks, rack => Assert.Equal(RackState.Kind, world.KindOf(rack.Id)));
    }

    [Theory]
    [InlineData(PowerFeeds.A, PowerFeed.A, false)]
    [InlineData(PowerFeeds.A, PowerFeed.B, true)]
    [InlineData(PowerFeeds.B, PowerFeed.B, false)]
    [InlineData(PowerFeeds.Both, PowerFeed.A, true)]
    [InlineData(PowerFeeds.Both, PowerFeed.B, true)]
    public void ARackGoesDarkWithItsOnlyFeed(PowerFeeds feeds, string lost, bool powered) =>
        Assert.Equal(powered, Tick(Rack(feeds), 1, Fails(lost)).State.Powered);

    [Fact]
    public void BothFeedsTogetherTakeEveryRackUntilOneIsBack()
    {
        var dark = Tick(Rack(PowerFeeds.Both), 1, Fails(PowerFeed.A), Fails(PowerFeed.B, seconds: 20));
        Assert.Equal((false, "rack-power-lost"), (dark.State.Powered, Assert.Single(dark.Events).Code));

        var back = Tick(dark.State, 11);
        Assert.Equal((true, "rack-power-back"), (back.State.Powered, Assert.Single(back.Events).Code));
        Assert.Empty(Tick(back.State, 21).Events);
    }

    private static RackState Rack(PowerFeeds feeds) => new("rack", ["", ""], Powered: true, PowerReturnsNs: 0, feeds);

    private static Command Fails(string feed, double seconds = 10) => Faults.Of("feed-power", feed, Estates.Seconds(seconds), 1);

    private static Outcome<RackState> Tick(RackState state, double seconds, params Command[] commands) =>
        RackRules.Tick(state, new RackInput(
            state.Id, Estates.Seconds(seconds), [.. commands], new RackContext([], [], Full: false)));
}
