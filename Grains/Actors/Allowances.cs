using System.Collections.Concurrent;

namespace OpsGame.Grains;

/// <summary>An allowance for everybody who comes: a seat, an address. Who has not come for a while is forgotten.</summary>
public sealed class Allowances(TimeProvider time, int burst, double perSecond)
{
    /// <summary>So many are kept before it looks for those that are as good as new.</summary>
    private const int Kept = 1024;

    private readonly ConcurrentDictionary<string, Allowance> _allowances = new(StringComparer.Ordinal);

    public bool Take(string whose)
    {
        if (_allowances.Count >= Kept && !_allowances.ContainsKey(whose)) Forget();
        return _allowances.GetOrAdd(whose, _ => new Allowance(time, burst, perSecond)).Take();
    }

    private void Forget()
    {
        foreach (var rested in _allowances.Where(each => each.Value.IsFull)) _allowances.TryRemove(rested);
    }
}
