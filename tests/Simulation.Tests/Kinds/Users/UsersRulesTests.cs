using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Users;

public class UsersRulesTests
{
    private static readonly UsersState Nothing = new(null, []);

    [Fact]
    public void TheUsersAreATargetUnderOneId()
    {
        Assert.Equal(UsersState.Kind, Acting.World().KindOf(UsersRules.Id));
        Assert.Contains("set-retry-budget", Acting.ActionsOn(UsersState.Kind));
        Assert.Equal(["traffic-surge"], Acting.FaultsOf(UsersState.Kind));
    }

    [Fact]
    public void ARetryBudgetIsOfAllClasses()
    {
        var outcome = Take(Nothing, Acting.Of("set-retry-budget", "users", ("share", "0.2")));
        Assert.Equal(Nothing with { RetryBudget = 0.2 }, outcome.State);
        Assert.Equal([new SetRetryBudget(0.2)], outcome.Directives);
        // their texts name no component
        Assert.Equal(["0.2"], Assert.Single(outcome.Events).Args);
    }

    [Fact]
    public void AFeatureIsSwitchedOffOnceAndOnAgain()
    {
        var off = Take(Nothing, Feature("false"));
        Assert.Equal(["related"], off.State.FeaturesOff);
        Assert.Equal("feature-switched-off", off.Events[0].Code);
        Assert.Equal("feature-off", Take(off.State, Feature("false")).Events[0].Code);

        var on = Take(off.State, Feature("true"));
        Assert.Empty(on.State.FeaturesOff);
        Assert.Equal([new SetFeature("related", On: true)], on.Directives);
        Assert.Equal("feature-on", Take(on.State, Feature("true")).Events[0].Code);
    }

    [Fact]
    public void ASurgeMultipliesTheTrafficAndKnowsItsEnd()
    {
        var outcome = Take(Nothing, Faults.Of("traffic-surge", "users", Estates.Seconds(30), 3));
        Assert.Equal(Estates.Seconds(31), outcome.State.SurgeEndsNs);
        Assert.Equal([new SetTraffic(3)], outcome.Directives);
    }

    private static Command Feature(string on) => Acting.Of("set-feature", "users", ("feature", "related"), ("on", on));

    private static Outcome<UsersState> Take(UsersState state, Command command) =>
        UsersRules.Take(state, new UsersInput(Estates.Seconds(1)), command);
}
