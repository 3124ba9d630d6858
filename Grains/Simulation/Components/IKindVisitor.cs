using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>For who loops over the kinds and needs their types.</summary>
public interface IKindVisitor<out TResult>
{
    TResult Visit<TState, TInput>(Kind<TState, TInput> kind)
        where TState : class, IComponent
        where TInput : class, IInput;
}
