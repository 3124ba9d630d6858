using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class NamedTests
{
    [Theory]
    [InlineData(typeof(ComponentKind))]
    [InlineData(typeof(ParameterKind))]
    public void NoTwoOfASetHaveTheSameName(Type set) => Assert.Distinct(Named.AllOf(set).Select(one => one.Name));

    [Fact]
    public void EveryKindOfComponentHasAPlaceOfItsOwn() =>
        Assert.Distinct(Named.AllOf(typeof(ComponentKind)).Select(kind => kind.Place));

    [Fact]
    public void KindsOfComponentsAreListedAsDocumentsAndFormsListThem() => Assert.Equal(
        [
            "rack", "server", "balancer", "cache", "database", "alert", "users", "dns", "certificate", "rollout", "scaler",
            "feed", "incident", "hints", "bets", "queue",
        ],
        Named.AllOf(typeof(ComponentKind)).Select(kind => kind.Name));
}
