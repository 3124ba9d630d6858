using System.Reflection;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// One of a set that grows with the nouns there are: each member is declared once, in a static property beside its noun, and
/// found there.
/// </summary>
/// <param name="Name">As files, logs and the wire have it.</param>
/// <param name="Place">Where all are listed they stand in this order; those of one place by name.</param>
public abstract record Named(string Name, int Place)
{
    /// <summary>Where the members of a set are declared, in their order.</summary>
    /// <param name="assembly">Null: that of the set.</param>
    public static IEnumerable<PropertyInfo> DeclarationsOf(Type set, Assembly? assembly = null) => (assembly ?? set.Assembly)
        .GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(property => property.PropertyType == set)
        .OrderBy(property => Of(property).Place).ThenBy(property => Of(property).Name, StringComparer.Ordinal);

    public static IEnumerable<Named> AllOf(Type set) => DeclarationsOf(set).Select(Of);

    private static Named Of(PropertyInfo property) => (Named)property.GetValue(null)!;
}
