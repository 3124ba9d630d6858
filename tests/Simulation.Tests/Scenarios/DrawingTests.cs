using System.Collections.Immutable;
using CsCheck;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Scenarios;

public class DrawingTests
{
    private static readonly Gen<FaultChoice> AnyChoice = Gen.Select(
        Gen.Bool.Select(hangs => hangs ? "server-hang" : "server-crash"), Gen.Int[1, 5], Gen.Int[0, 100], Gen.Int[0, 100_000],
        (fault, targets, fromSeconds, lengthMs) => new FaultChoice(
            fault, [.. Enumerable.Range(1, targets).Select(number => $"web-{number}")], Estates.Seconds(fromSeconds),
            Estates.Seconds(fromSeconds) + (lengthMs * 1_000_000L), 0, ImmutableSortedDictionary<string, string>.Empty));

    private static readonly Gen<Scenario> AnyScenario = AnyChoice.Array[1, 4].Array[1, 3].Select(draws => Estates.Whole() with
    {
        Faults = [FaultSpec.Of("server-hang", "web-9", Estates.Seconds(50), 0)],
        Draws = [.. draws.Select(choices => new DrawSpec([.. choices]))],
    });

    [Fact]
    public void EveryDrawIsOneOfItsChoicesAndKeepsTheirBounds() =>
        Gen.Select(AnyScenario, Gen.ULong).Sample((scenario, seed) =>
        {
            var drawn = Drawing.Of(scenario, seed);
            Assert.Equal(scenario.Faults.Length + scenario.Draws.Length, drawn.Faults.Length);
            Assert.Equal(drawn.Faults.OrderBy(fault => fault.AtNs), drawn.Faults);
            Assert.All(scenario.Draws, draw => Assert.Contains(drawn.Faults, fault => draw.Choices.Any(choice =>
                choice.Fault == fault.Fault && choice.Targets.Contains(fault.Target)
                && fault.AtNs >= choice.FromNs && fault.AtNs <= choice.UntilNs)));
        });

    [Fact]
    public void TheSameSeedDrawsTheSameAndWhatIsDrawnStays() =>
        Gen.Select(AnyScenario, Gen.ULong).Sample((scenario, seed) =>
        {
            var drawn = Drawing.Of(scenario, seed);
            Assert.Equal(drawn.Faults, Drawing.Of(scenario, seed).Faults);
            Assert.Same(drawn, Drawing.Of(drawn, seed + 1));
        });

    [Fact]
    public void AScenarioThatLeavesNothingToChanceIsPlayedAsItStands()
    {
        var scenario = Estates.Whole();
        Assert.Same(scenario, Drawing.Of(scenario, 7));
        Assert.Same(scenario, new World(scenario, 7).Scenario);
    }

    /// <summary>Of 12 000 draws each of 2 · 3 · 2 outcomes should come up 1000 times; 6 standard deviations are 180.</summary>
    [Fact]
    public void EveryOutcomeIsAsLikely()
    {
        var choice = new FaultChoice(
            "server-hang", ["web-1", "web-2", "web-3"], 0, Estates.Seconds(1), 0,
            ImmutableSortedDictionary<string, string>.Empty);
        ImmutableArray<FaultChoice> choices = [choice, choice with { Fault = "server-crash" }];
        var scenario = Estates.Whole() with { Faults = [], Draws = [new DrawSpec(choices)] };
        var counts = Enumerable.Range(0, 12_000).Select(seed => Drawing.Of(scenario, (ulong)seed).Faults[0])
            .CountBy(fault => (fault.Fault, fault.Target, fault.AtNs)).ToArray();
        Assert.Equal(12, counts.Length);
        Assert.All(counts, count => Assert.InRange(count.Value, 820, 1180));
    }

    [Fact]
    public void ADrawnFaultIsTheCauseThatATeamIsAskedFor()
    {
        var scenario = Estates.Whole() with
        {
            Faults = [],
            Causes = [],
            Draws = [new DrawSpec([new FaultChoice(
                "server-hang", ["web-1", "web-2"], Estates.Seconds(1), Estates.Seconds(3), 0,
                ImmutableSortedDictionary<string, string>.Empty)])],
        };
        for (var seed = 0UL; seed < 6; seed++)
        {
            var world = new World(scenario, seed);
            for (var tick = 0; tick < 20; tick++) Headless.Step(world, []);
            var fault = Assert.Single(world.Scenario.Faults);
            Assert.Equal(fault.Target, Assert.Single(world.Causes).Answers[0].Component);
        }
    }
}
