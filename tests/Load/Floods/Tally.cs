using System.Collections.Concurrent;

namespace OpsGame.Load.Floods;

/// <summary>What became of everything a flood tried.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private int _tried;
    private int _taken;
    private int _closed;

    public int Tried => _tried;

    /// <summary>The server did what was asked.</summary>
    public int Taken => _taken;

    public int Refused => _refusals.Values.Sum();

    /// <summary>Connections the server did not take, or ended.</summary>
    public int Closed => _closed;

    public IEnumerable<string> Refusals =>
        _refusals.OrderByDescending(each => each.Value).Select(each => $"{each.Key} {each.Value}");

    public void Try() => Interlocked.Increment(ref _tried);

    public void Close() => Interlocked.Increment(ref _closed);

    /// <summary>Null: it was done.</summary>
    public void Answer(Refusal? refusal)
    {
        if (refusal is null) Interlocked.Increment(ref _taken);
        else _refusals.AddOrUpdate(refusal.Code, 1, (_, count) => count + 1);
    }
}
