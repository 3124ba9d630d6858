using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>What a frame says of all components of a kind: their states, or what was measured at them.</summary>
[GenerateSerializer, Immutable]
public abstract record Column
{
    /// <summary>The state of one; null: no state of that id stands here.</summary>
    public abstract IComponent? Find(string id);
}

/// <summary>In the order in which the components stand in the estate.</summary>
[GenerateSerializer, Immutable]
public sealed record Column<T>(ImmutableArray<T> Rows) : Column
    where T : class
{
    public override IComponent? Find(string id)
    {
        foreach (var row in Rows)
            if (row is IComponent component && component.Id == id) return component;
        return null;
    }
}

public static class Columns
{
    /// <summary>Empty: the estate has none.</summary>
    public static ImmutableArray<T> All<T>(this ImmutableArray<Column> columns)
        where T : class => columns.AsSpan().All<T>();

    internal static ImmutableArray<T> All<T>(this ReadOnlySpan<Column> columns)
        where T : class
    {
        foreach (var column in columns)
            if (column is Column<T> found) return found.Rows;
        return [];
    }

    /// <summary>What was measured at one component; null: it is too new, or there is none.</summary>
    public static T? Measured<T>(this ImmutableArray<Column> columns, string id)
        where T : class, ITelemetry
    {
        foreach (var now in columns.All<T>())
            if (now.Id == id) return now;
        return null;
    }
}
