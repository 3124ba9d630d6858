namespace OpsGame.Simulation.Ticks;

/// <summary>
/// Where the values of a kind of parameter come from: one class a kind, which is found by itself. Forms, completion and refusals
/// read it.
/// </summary>
internal abstract class ChoiceSource
{
    public abstract ParameterKind Kind { get; }

    /// <summary>All the estate has, in the order of lists: any other value is refused.</summary>
    public abstract IEnumerable<string> Known(IEstate estate);

    /// <summary>Those worth offering as things stand.</summary>
    public virtual IEnumerable<string> Offered(IEstate estate) => Known(estate);

    /// <summary>Why a value that is not among the known ones cannot be had; null: its component says so itself.</summary>
    /// <param name="known">All of them, as a text names them.</param>
    public abstract Refusal? Unknown(string value, string known);
}
