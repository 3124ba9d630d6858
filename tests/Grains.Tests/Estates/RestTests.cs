using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Components;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>A component that has nothing to do costs no call, and misses nothing.</summary>
public sealed class RestTests(RestTests.Host host) : IClassFixture<RestTests.Host>
{
    private const int Ticks = 200;

    [Fact]
    public async Task AComponentAtRestIsHardlyEverAskedAndRemembersEverySecond()
    {
        var (world, twin) = (new World(TestScenario.Everything, 3), new World(TestScenario.Everything, 3));
        var estate = new EstateKey("at-rest", "t1");
        var stages = new Stages(host.Grains, estate);
        await stages.Restore(world, new Memories());
        for (var tick = 1; tick <= Ticks; tick++)
        {
            world.Advance([]);
            await stages.Run(world);
            var frame = world.Complete();
            stages.Note(frame);
            Assert.Equal(Headless.Step(twin, []).Hash, frame.Hash);
        }

        var rack = world.Racks[0].Id;
        Assert.InRange(host.Asked(estate.Component(rack)), 1, Ticks / 20);
        var past = await stages.History(world, rack);
        var seconds = Enumerable.Range(1, (int)(Ticks / Nanoseconds.TicksPerSecond));
        Assert.Equal(seconds.Select(second => second * Nanoseconds.PerSecond), past!.TimesNs);
    }

    public sealed class Host : GrainHost
    {
        private readonly Counting _counting = new();

        /// <summary>How often a component was asked to tick, or told something.</summary>
        public int Asked(string component) => _counting.Asked.GetValueOrDefault(component);

        protected override void Change(IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter>(_counting);
    }

    private sealed class Counting : IIncomingGrainCallFilter
    {
        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.MethodName is nameof(IServerGrain.Tick) or nameof(IServerGrain.Note))
                Asked.AddOrUpdate(context.TargetId.Key.ToString()!, 1, (_, times) => times + 1);
            return context.Invoke();
        }
    }
}
