using System.Collections.Immutable;
using CsCheck;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Components;

/// <summary>Headless runs do not ask components that rest; the others do, and must come to the same.</summary>
public sealed class RestingTests
{
    [Fact]
    public void WhoIsLeftOutWouldHaveDoneNothing()
    {
        var leftOut = 0;
        Gen.Select(Gen.ULong, RandomTwists.Of(RandomSystems.Any), RandomPlayTests.AnyCommand.Array[1, 25]).Sample(
            (seed, system, commands) =>
            {
                var (asking, headless) = (new World(system, seed), new Play(system, seed));
                foreach (var (action, target, args) in commands)
                {
                    ImmutableArray<Command> now =
                        asking.KindOf(target) is null ? [] : [headless.Command("ann", action, target, args)];
                    foreach (var command in now) headless.Order(command);
                    headless.Pass(2);
                    for (; asking.NowNs < headless.World.NowNs; now = []) Interlocked.Add(ref leftOut, Step(asking, now));
                    Assert.Equal(headless.World.Last.Hash, asking.Last.Hash);
                }
            }, iter: 40);
        Assert.True(leftOut > 0);
    }

    private static int Step(World world, ImmutableArray<Command> commands)
    {
        var all = new AskAll(world);
        world.Advance(commands);
        var leftOut = KindTable.Stages.SelectMany(stage => stage).Sum(kind => kind.Visit(all));
        world.Complete();
        return leftOut;
    }

    private sealed class AskAll(World world) : IKindVisitor<int>
    {
        public int Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput
        {
            var (states, inputs) = (world.States<TState>(), world.Inputs(kind));
            var busy = world.InputsOfBusy(kind).Select(input => input.Id).ToHashSet();
            ImmutableArray<Outcome<TState>> outcomes = [.. states.Zip(inputs, kind.Tick)];
            foreach (var (state, outcome) in states.Zip(outcomes).Where(pair => !busy.Contains(pair.First.Id)))
            {
                Assert.Same(state, outcome.State);
                Assert.Empty(outcome.Directives);
                Assert.Empty(outcome.Events);
                Assert.Empty(outcome.Orders);
            }

            world.Accept(outcomes);
            return states.Length - busy.Count;
        }
    }
}
