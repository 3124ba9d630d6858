using OpsGame.Server.Formats;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Wire.Terms;

/// <summary>
/// A text of the contract (or each of a list) is one of these words: words as they are, and of an enum the members' names as
/// <see cref="Kebab"/> writes them, or the names of a set (<see cref="Named"/>). The client's type is the union of them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params object[] of) : Attribute
{
    public IReadOnlyList<object> Of { get; } = of;

    /// <summary>The member that is never sent.</summary>
    public string? But { get; init; }

    public IEnumerable<string> Words =>
        Of.SelectMany(each => each is not Type set ? [(string)each]
                : set.IsEnum ? Enum.GetNames(set).Select(Kebab.Of) : Named.AllOf(set).Select(one => one.Name))
            .Where(word => word != But).Distinct();
}
