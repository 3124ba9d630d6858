using System.Collections.Immutable;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Ticks;

/// <summary>Every action there is, found among the classes: forms, checks and documents are made from it.</summary>
public static class ActionCatalogue
{
    /// <summary>Orders among them.</summary>
    internal static ImmutableArray<ActionSpec> Everything { get; } =
    [
        .. typeof(ActionSpec).Assembly.GetTypes()
            .Where(type =>
                type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(ActionSpec)))
            .Select(type => (ActionSpec)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(action => action.Target.Place).ThenBy(action => action.Topic).ThenBy(action => action.Place)
            .ThenBy(action => action.Id, StringComparer.Ordinal),
    ];

    /// <summary>What players may do, then what only an instructor may: by kind, in the order of their forms.</summary>
    public static ImmutableArray<ActionSpec> All { get; } =
        [.. Everything.Where(action => !action.IsOrder).OrderBy(action => action.InstructorOnly)];

    /// <summary>One of each id: what is taken on several kinds has the same parameters on all of them.</summary>
    public static ImmutableArray<ActionSpec> Distinct { get; } = [.. All.DistinctBy(action => action.Id)];

    private static readonly ImmutableDictionary<string, ActionSpec> ById = Distinct
        .ToImmutableDictionary(action => action.Id, StringComparer.Ordinal);

    /// <summary>By its id; of an action on several kinds the first one. Null: there is none.</summary>
    public static ActionSpec? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>As a kind of component takes it; null: it does not.</summary>
    public static ActionSpec? Find(string id, ComponentKind target) =>
        Find(id) is { } first && first.Target != target
            ? All.FirstOrDefault(action => action.Id == id && action.Target == target)
            : Find(id);

    /// <summary>The one of a class.</summary>
    internal static TAction Get<TAction>()
        where TAction : ActionSpec => Everything.OfType<TAction>().First();

    /// <summary>
    /// A command's arguments with every default filled in, or why not: action-unknown, or what the action says.
    /// </summary>
    public static Refusal? Check(string action, IReadOnlyDictionary<string, string> given, out Args args)
    {
        args = Arguments.None;
        return Find(action) is { } spec ? spec.Check(given, out args) : Refusal.Of(CommandRefusals.ActionUnknown, action);
    }
}
