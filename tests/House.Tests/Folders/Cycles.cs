using OpsGame.House.Tests.Ceilings;

namespace OpsGame.House.Tests.Folders;

/// <summary>Folders use each other one way only: whoever is in a cycle cannot be understood, tested or moved alone.</summary>
internal static class Cycles
{
    /// <summary>Every folder that is in a cycle, with what it uses of the others there, the least used first.</summary>
    public static IReadOnlyList<Finding> In(IReadOnlyCollection<Arrow> arrows) =>
    [
        .. from cycle in Components.Of(arrows.Select(arrow => (arrow.From, arrow.To)))
           from folder in cycle
           let inside = arrows.Where(arrow => arrow.From == folder && cycle.Contains(arrow.To))
           let uses = inside.CountBy(arrow => arrow.To).OrderBy(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}×")
           select new Finding(cycle.Count, $"{folder}, in a cycle of {cycle.Count}, uses {string.Join(", ", uses)}"),
    ];
}
