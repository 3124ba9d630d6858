using System.Collections.Immutable;
using OpsGame.Simulation.Causes;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// A fault that a component's own rule suffers. Its parameters hold in a scenario's schedule and for an instructor alike.
/// </summary>
public abstract class FaultOn<TState, TInput> : ActionOn<TState, TInput>, IFault
    where TState : class
{
    public sealed override bool InstructorOnly => true;

    public sealed override ImmutableArray<ParameterSpec> Parameters => [Parameter.Duration("seconds", 1, 3600, "60"), .. More];

    public virtual bool IsEndless => false;

    /// <summary>Beside how long it lasts.</summary>
    private protected virtual ImmutableArray<ParameterSpec> More => [];

    public virtual IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => [];

    public virtual long CauseEndsNs(Command fault, long nowNs, ISpecs specs) => nowNs + fault.Duration("seconds");

    public virtual bool IsOver(string target, IEstate estate) => false;
}
