using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// Drives a world in a plain loop with the same rules the grains run: headless runs, replays after a crash, verification.
/// </summary>
public static class Headless
{
    /// <summary>One whole tick.</summary>
    public static EstateFrame Step(World world, IReadOnlyList<Command> commands)
    {
        Pass(world, commands);
        return world.Last;
    }

    /// <summary>One whole tick that nobody sees: much cheaper in a large estate.</summary>
    public static void Pass(World world, IReadOnlyList<Command> commands)
    {
        world.Advance(commands);
        var each = new Each(world);
        foreach (var stage in KindTable.Stages)
            foreach (var kind in stage) kind.Visit(each);
        world.End();
    }

    private sealed class Each(World world) : IKindVisitor<bool>
    {
        public bool Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput
        {
            var inputs = world.InputsOfBusy(kind);
            if (inputs.IsEmpty) return true;
            var outcomes = ImmutableArray.CreateBuilder<Outcome<TState>>(inputs.Length);
            foreach (var state in world.States<TState>())
            {
                if (outcomes.Count == inputs.Length) break;
                if (inputs[outcomes.Count] is var input && input.Id == state.Id) outcomes.Add(kind.Tick(state, input));
            }

            world.Accept(outcomes.MoveToImmutable());
            return true;
        }
    }
}
