using System.Collections.Immutable;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>One of every kind of component, each in a grain of its own.</summary>
public sealed class StagesTests(GrainHost host) : IClassFixture<GrainHost>
{
    [Fact]
    public async Task EveryKindOfComponentMakesTheSameHistoryInItsGrainAsInAPlainLoop()
    {
        var (world, twin) = (new World(TestScenario.Everything, 3), new World(TestScenario.Everything, 3));
        var stages = new Stages(host.Grains, new EstateKey("everything", "t1"));
        await stages.Restore(world, new Memories());
        for (var tick = 1; tick <= 200; tick++)
        {
            var commands = Commands(tick);
            world.Advance(commands);
            await stages.Run(world);
            Assert.Equal(Headless.Step(twin, commands).Hash, world.Complete().Hash);
        }

        Assert.NotNull(await stages.History(world, "scaler"));
        Assert.DoesNotContain(world.Servers, server => server.Id == "app-1");
        Assert.Contains(world.Servers, server => server.Id == "app-2");
    }

    [Fact]
    public void AFrameSurvivesSerialisation()
    {
        var frame = Headless.Step(new World(TestScenario.Everything, 3), []);

        var there = host.Serializer.Deserialize<EstateFrame>(host.Serializer.SerializeToArray(frame))!;

        Assert.Equal(frame.Balancers[1].Limits, there.Balancers[1].Limits);
        Assert.Equal(frame.Balancers[0].Targets[0], there.Balancers[0].Targets[0]);
        Assert.Equal(frame.Databases[0].Breaker, there.Databases[0].Breaker);
        Assert.Equal(frame.Scalers[0].Policy.Steps[0], there.Scalers[0].Policy.Steps[0]);
        Assert.Equal(frame.Scalers[0] with { Policy = there.Scalers[0].Policy, Running = [], Samples = [] },
            there.Scalers[0] with { Running = [], Samples = [] });
        Assert.Equal(frame.RackTelemetry[0], there.RackTelemetry[0]);
        Assert.Equal(frame.Racks[0] with { Units = [] }, there.Racks[0] with { Units = [] });
    }

    private static ImmutableArray<Command> Commands(int tick) => tick switch
    {
        10 => [Do("set-scaling", "scaler", ("policy", "target"), ("min", "3"), ("max", "4"))],
        20 => [Do("add-server", "rack-1", ("size", "small"), ("tier", "app"))],
        30 => [Do("remove-server", "app-1"), Do("set-weight", "balancer", ("server", "web-1"), ("weight", "3"))],
        40 => [Do("set-load-shedding", "inner", ("outstanding", "30")), Do("set-breaker", "database")],
        _ => [],
    };

    private static Command Do(string action, string target, params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check(action, args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return new Command($"{action}-{target}", "ann", action, target, full);
    }
}
