namespace OpsGame.House.Tests.Folders;

/// <summary>
/// Tarjan's strongly connected components (1972): of a graph's nodes, those that reach each other; only where there are several.
/// </summary>
internal sealed class Components
{
    private readonly ILookup<string, string> _next;
    private readonly Dictionary<string, int> _index = [];
    private readonly Dictionary<string, int> _low = [];
    private readonly Stack<string> _open = [];
    private readonly List<IReadOnlyCollection<string>> _found = [];

    private Components(ILookup<string, string> next) => _next = next;

    public static IReadOnlyList<IReadOnlyCollection<string>> Of(IEnumerable<(string From, string To)> arrows)
    {
        var components = new Components(arrows.Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To));
        foreach (var node in components._next.Select(group => group.Key).Order(StringComparer.Ordinal))
            if (!components._index.ContainsKey(node)) components.Visit(node);
        return components._found;
    }

    private void Visit(string node)
    {
        _index[node] = _low[node] = _index.Count;
        _open.Push(node);
        foreach (var next in _next[node])
        {
            if (!_index.TryGetValue(next, out var index))
            {
                Visit(next);
                _low[node] = Math.Min(_low[node], _low[next]);
            }
            else if (_open.Contains(next))
            {
                _low[node] = Math.Min(_low[node], index);
            }
        }

        if (_low[node] == _index[node]) Close(node);
    }

    /// <summary>Everything opened since a component's first node belongs to it.</summary>
    private void Close(string first)
    {
        var component = new SortedSet<string>(StringComparer.Ordinal);
        while (component.Add(_open.Peek()) && _open.Pop() != first) { }
        if (component.Count > 1) _found.Add(component);
    }
}
