using System.Collections.Frozen;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// What a directive changes at the controls of a station: one class for each of the two. Effects are found by themselves, so
/// whoever adds a directive adds its effect, and no list.
/// </summary>
internal abstract class Effect
{
    private static readonly FrozenDictionary<Type, Effect[]> ByDirective = typeof(Effect).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(Effect)))
        .Select(type => (Effect)Activator.CreateInstance(type)!)
        .GroupBy(effect => effect.Directive)
        .ToFrozenDictionary(effects => effects.Key, effects => effects.ToArray());

    public abstract Type Directive { get; }

    /// <summary>At whatever stations it changes something; none: nobody said what it does.</summary>
    public static ReadOnlySpan<Effect> Of(Type directive) =>
        ByDirective.TryGetValue(directive, out var effects) ? effects : [];

    /// <summary>False: it changes nothing at these controls.</summary>
    public abstract bool Apply(Directive directive, object controls);
}

internal abstract class Effect<TDirective, TControls> : Effect
    where TDirective : Directive
    where TControls : class
{
    public sealed override Type Directive => typeof(TDirective);

    public sealed override bool Apply(Directive directive, object controls)
    {
        if (controls is not TControls own || !Concerns((TDirective)directive, own)) return false;
        Apply((TDirective)directive, own);
        return true;
    }

    /// <summary>It is meant for this one of several stations.</summary>
    protected virtual bool Concerns(TDirective directive, TControls controls) => true;

    protected abstract void Apply(TDirective directive, TControls controls);
}
