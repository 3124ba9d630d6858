namespace OpsGame.Simulation.Components;

/// <summary>The components that are this too, whatever their kind; listed anew only where a state is another.</summary>
internal sealed class Those<T>(IEnumerable<Holding> all)
    where T : class
{
    private readonly Holding[] _holdings = [.. all.Where(holding => holding.Kind.State.IsAssignableTo(typeof(T)))];
    private readonly List<object> _listed = [];
    private T[] _now = [];

    public T[] Now()
    {
        if (!IsListed()) List();
        return _now;
    }

    private bool IsListed()
    {
        if (_listed.Count != _holdings.Length) return false;
        for (var at = 0; at < _holdings.Length; at++)
            if (!ReferenceEquals(_listed[at], _holdings[at].States)) return false;
        return true;
    }

    private void List()
    {
        _now = [.. _holdings.SelectMany(holding => holding.Each).OfType<T>()];
        _listed.Clear();
        foreach (var holding in _holdings) _listed.Add(holding.States);
    }
}
