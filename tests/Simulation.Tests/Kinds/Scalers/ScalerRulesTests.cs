using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

/// <summary>Whole seconds only: a scaler decides once a second.</summary>
public class ScalerRulesTests
{
    /// <summary>It wants two servers and leaves the number alone.</summary>
    private static readonly ScalerState Off = new(
        "scaler", Tier.App, "size",
        Estates.Scaler("scaler", Tier.App, 1, 6).Policy with { Kind = ScalingKind.Off }, Desired: 2, 0, [], [], 0, false);

    private static readonly ScalerState Scheduled = Off with
    {
        Policy = Off.Policy with { Kind = ScalingKind.Schedule, Schedule = [new ScheduledSize(0, 2)] },
    };

    [Fact]
    public void EveryTiersScalerIsAScaler()
    {
        var world = Acting.World(Estates.Tiered());
        Assert.All(["web-scaler", "app-scaler"], id => Assert.Equal(ScalerState.Kind, world.KindOf(id)));
        Assert.Equal(["set-scaling", "set-scaling-behavior"], Acting.ActionsOn(ScalerState.Kind));
    }

    [Fact]
    public void SwitchedOffItOrdersNothing()
    {
        var outcome = Tick(Off, 1, [Member("app-1", "a")]);
        Assert.Empty(outcome.Orders);
        Assert.Equal(1, outcome.State.Desired);
    }

    [Fact]
    public void AMissingServerIsOrderedInTheRackWithTheFewest()
    {
        var outcome = Tick(Scheduled, 1, [Member("app-1", "a")]);
        Assert.Equal(("add-server", "b"), (Assert.Single(outcome.Orders).Action, outcome.Orders[0].Target));
    }

    [Fact]
    public void AServerThatIsOnItsWayIsNotOrderedAgain() =>
        Assert.Empty(Tick(Scheduled, 1, [Member("app-1", "a")], pending: 1).Orders);

    [Fact]
    public void NoRoomIsReportedOnce()
    {
        var full = Tick(Scheduled, 1, [Member("app-1", "a")], free: 0);
        Assert.Equal((true, "scaler-no-room"), (full.State.NoRoom, Assert.Single(full.Events).Code));
        Assert.Empty(Tick(full.State, 2, [Member("app-1", "a")], free: 0).Events);
    }

    [Fact]
    public void TheNewestServerOfTheFullestRackGoesFirst()
    {
        var outcome = Tick(Scheduled, 1, [Member("app-1", "a"), Member("app-2", "b"), Member("app-3", "b")]);
        Assert.Equal(("remove-server", "app-3"), (Assert.Single(outcome.Orders).Action, outcome.Orders[0].Target));
    }

    [Fact]
    public void BetweenTwoSecondsItDecidesNothing() => Assert.Empty(Tick(Scheduled, 1.25, []).Orders);

    private static ScalerMember Member(string id, string rack) => new(id, rack, Lifecycle.Running, true, true, 0.5);

    private static Outcome<ScalerState> Tick(
        ScalerState state, double seconds, ScalerMember[] members, int pending = 0, int free = 4) =>
        ScalerRules.Tick(state, new ScalerInput(
            state.Id, Estates.Seconds(seconds), [], [.. members], [new RackRoom("a", free), new RackRoom("b", free)], pending));
}
