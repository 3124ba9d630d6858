namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>By slot: the targets a request was sent to in vain.</summary>
internal sealed class Tried
{
    /// <summary>All tries but the last.</summary>
    private const int Most = 9;
    private int[] _targets = [];

    public void Add(int slot, int count, int target)
    {
        var needed = (slot + 1) * Most;
        if (_targets.Length < needed) Array.Resize(ref _targets, Math.Max(needed, 2 * _targets.Length));
        _targets[slot * Most + count] = target;
    }

    public ReadOnlySpan<int> Of(int slot, int count) => _targets.AsSpan(slot * Most, count);

    /// <summary>A request goes on in another slot.</summary>
    public void Move(int from, int to, int count)
    {
        for (var index = 0; index < count; index++) Add(to, index, _targets[from * Most + index]);
    }
}
