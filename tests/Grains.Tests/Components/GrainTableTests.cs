using OpsGame.Grains.Components;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Components;

public sealed class GrainTableTests(GrainHost host) : IClassFixture<GrainHost>
{
    [Fact]
    public void EveryKindHasAGrainOfItsOwn()
    {
        var found = KindTable.All.Select(kind => kind.Visit(new Find(host.Grains))).ToArray();
        Assert.Distinct(found.Select(grain => grain.GetType()));
    }

    private sealed class Find(IGrainFactory grains) : IKindVisitor<object>
    {
        public object Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput => grains.Grain(kind, $"drill/t1/{kind.Id}");
    }
}
