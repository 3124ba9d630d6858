using System.Collections.Concurrent;
using OpsGame.Grains;

namespace OpsGame.Server.Doors;

/// <summary>
/// Wrong words at a door, by address. Only they are counted: a class room that comes in behind one address has the right ones.
/// Many may be said at once before the first is found wrong, so they are paid for afterwards too.
/// </summary>
internal sealed class Guesses(TimeProvider time, int burst, double perSecond)
{
    /// <summary>Addresses that are remembered before those that have long stopped are looked for.</summary>
    private const int Few = 1_000;

    /// <summary>The most that is owed: nobody waits longer than an hour.</summary>
    private readonly double _mostOwed = perSecond * TimeSpan.FromHours(1).TotalSeconds;

    private readonly ConcurrentDictionary<string, Allowance> _left = new(StringComparer.Ordinal);
    private int _sweepAt = Few;

    public bool MayTry(string address) => !_left.TryGetValue(address, out var left) || left.HasSome;

    public void Wrong(string address)
    {
        _left.GetOrAdd(address, _ => new Allowance(time, burst, perSecond)).Owe(_mostOwed);
        if (_left.Count > _sweepAt) Sweep();
    }

    private void Sweep()
    {
        foreach (var (address, left) in _left)
            if (left.IsFull) _left.TryRemove(address, out _);
        _sweepAt = Math.Max(Few, 2 * _left.Count);
    }
}
