using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class ActionCatalogueTests
{
    [Fact]
    public void AnActionIsTakenOnEachKindOnce() =>
        Assert.Equal(
            ActionCatalogue.All.Length, ActionCatalogue.All.Select(action => (action.Id, action.Target)).Distinct().Count());

    /// <summary>So that an argument that was checked means the same wherever the action is taken.</summary>
    [Fact]
    public void AnActionOfSeveralKindsHasTheSameParametersOnAll() =>
        Assert.All(ActionCatalogue.All, action => Assert.Equal(
            ActionCatalogue.Find(action.Id)!.Parameters.Select(parameter => parameter.ToString()),
            action.Parameters.Select(parameter => parameter.ToString())));

    /// <summary>As long as the state they bring about lasts.</summary>
    [Theory]
    [InlineData("renew-certificate", "certificate")]
    [InlineData("clear-logs", "web-1")]
    [InlineData("restart-server", "web-1")]
    [InlineData("reload", "web-1")]
    public void AButtonSaysWhatThePreviewSays(string action, string target)
    {
        var everything = Entry.WithEverything();
        var world = new Play(everything with
        {
            Sizes = [.. everything.Sizes.Select(size => size with { DiskMiB = 10_000 })],
        }).Pass(10).World;
        var kind = world.KindOf(target)!;
        var args = action == "reload" ? Arguments.Of(("role", "web")) : Arguments.None;
        var preview = Preview.Of(world, new Command("", "ann", action, target, args));
        Assert.True(preview.TakesNs > 0, preview.Refusal?.Code);
        Assert.Equal(preview.TakesNs, ActionCatalogue.Find(action, kind)!.TakesNs(world.Scenario));
    }

    /// <summary>One range for the schedule of a scenario and for an instructor.</summary>
    [Fact]
    public void ASurgeMayBeATenthToAHundredTimesTheTraffic()
    {
        var amount = ActionCatalogue.Find("traffic-surge")!.ParameterOf("amount")!;
        Assert.Null(amount.Check("100"));
        Assert.Equal("parameter-out-of-range", amount.Check("100.1")!.Code);
        Assert.Equal("parameter-out-of-range", amount.Check("0.09")!.Code);
    }

    [Fact]
    public void AFaultThatNobodyKnowsIsNoFault() => Assert.Null(ActionCatalogue.Find("rack-on-fire"));

    [Fact]
    public void AFeedsFailureDarkensEveryRackWithNoOtherFeed()
    {
        var play = new Play(Entry.WithEverything() with
        {
            Racks = [.. Entry.WithEverything().Racks.Select(rack => rack with { Feeds = PowerFeeds.A })],
        }).Pass(1);
        play.Order(Faults.Of("feed-power", PowerFeed.A, Estates.Seconds(30), 1)).Pass(1);
        Assert.All(play.World.Racks, rack => Assert.False(rack.Powered));
    }
}
