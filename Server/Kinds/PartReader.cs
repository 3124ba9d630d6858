using System.Collections.Immutable;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Kinds;

/// <summary>Reads what a scenario says of one kind, under a key of its own. A class that does is found by itself.</summary>
internal abstract class PartReader
{
    public static readonly ImmutableArray<PartReader> All =
    [
        .. typeof(PartReader).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PartReader)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (PartReader)Activator.CreateInstance(type)!),
    ];

    /// <summary>Null: the scenario says nothing of it.</summary>
    public abstract object? Read(MapReader root, ComponentNames names);
}
