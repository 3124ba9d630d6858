namespace OpsGame.Server.Formats;

/// <summary>A key of the format as the reader asked for it: its place, what may stand there, and whether it must.</summary>
internal sealed class FormatKey(string name)
{
    private readonly Dictionary<bool, (int Opened, int Demanded)> _counts = new() { [false] = (0, 0), [true] = (0, 0) };

    public string Name { get; } = name;

    /// <summary>Null: it holds keys of its own.</summary>
    public Shape? Shape { get; private set; }

    /// <summary>Words that may stand instead of its keys, e.g. none.</summary>
    public SortedSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Of a list; null: it is none.</summary>
    public int? MostEntries { get; private set; }

    public string? Default { get; private set; }

    /// <summary>It holds keys the format does not name.</summary>
    public bool AnyKey { get; set; }

    public List<FormatKey> Keys { get; } = [];

    public FormatKey Key(string name)
    {
        var known = Keys.Find(key => key.Name == name);
        if (known is null) Keys.Add(known = new FormatKey(name));
        return known;
    }

    /// <summary>A mapping that stands here is being read.</summary>
    public void Open(bool library) => _counts[library] = _counts[library] with { Opened = _counts[library].Opened + 1 };

    public void Demand(bool library) => _counts[library] = _counts[library] with { Demanded = _counts[library].Demanded + 1 };

    public void Holds(Shape shape, string? byDefault)
    {
        Shape = Shape?.Widen(shape) ?? shape;
        Default ??= byDefault;
    }

    public void HoldsList(int mostEntries) => MostEntries = mostEntries;

    public void StandsFor(string byDefault) => Default ??= byDefault;

    /// <summary>Every mapping that could have it must.</summary>
    public bool IsRequired(FormatKey holder, bool library) =>
        _counts[library].Demanded >= Math.Max(1, holder._counts[library].Opened);
}
