using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OpsGame.Simulation.Ticks;

/// <summary>Makes a list from the one before: as long as it gets the same elements, it is that very list.</summary>
internal struct Relisting<T>(ImmutableArray<T> before)
    where T : class
{
    private T[]? _changed;
    private int _count;

    public void Add(T element)
    {
        if (_changed is null && (_count == before.Length || !ReferenceEquals(before[_count], element)))
        {
            _changed = new T[Math.Max(before.Length, _count + 1)];
            before.AsSpan(0, _count).CopyTo(_changed);
        }

        if (_changed is not null)
        {
            if (_count == _changed.Length) Array.Resize(ref _changed, 2 * _count);
            _changed[_count] = element;
        }

        _count++;
    }

    public ImmutableArray<T> Result()
    {
        if (_changed is null) return _count == before.Length ? before : before[.._count];
        Array.Resize(ref _changed, _count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_changed);
    }
}
