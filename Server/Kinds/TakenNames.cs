using OpsGame.Server.Formats;

namespace OpsGame.Server.Kinds;

/// <summary>Ids of one kind of thing: well formed and all different.</summary>
/// <param name="taken">Ids the product uses itself.</param>
internal class TakenNames(string kind, params string[] taken)
{
    private readonly SortedSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Everything that has a name so far.</summary>
    public IReadOnlyCollection<string> All => _taken;

    public string Claim(MapReader map) => Claim(map, map.Read("id", Notations.Id, ""));

    /// <summary>For the components there is one of: the kind's own name unless the file gives another.</summary>
    public string ClaimOr(MapReader map, string byDefault) => Claim(map, map.ReadOr("id", byDefault, Notations.Id));

    /// <summary>For what may come to be.</summary>
    public string Reserve(MapReader map, string id)
    {
        if (!_taken.Add(id))
            map.Reading.Add(map.Node, "duplicate",
                $"'{id}' is kept for what may be added later; choose another name for the {kind} that has it");
        return id;
    }

    private string Claim(MapReader map, string id)
    {
        if (id.Length > 0 && !_taken.Add(id))
            map.Reading.Add(map.At("id"), "duplicate", $"'{id}' is already the name of another {kind}; choose another");
        return id;
    }
}
