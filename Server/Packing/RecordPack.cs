using System.Reflection;

namespace OpsGame.Server.Packing;

/// <summary>A record: which of its fields changed, and what changed in each.</summary>
internal sealed class RecordPack<T> : Pack<T>
    where T : class
{
    private readonly Field<T>[] _fields;
    private readonly ConstructorInvoker _create;

    /// <param name="fields">All that its constructor takes, in its order.</param>
    public RecordPack(Field<T>[] fields)
    {
        _fields = fields;
        _create = ConstructorInvoker.Create(
            typeof(T).GetConstructors().Single(each => each.GetParameters().Length == fields.Length));
    }

    public override T Nothing => null!;

    public override bool Same(T before, T now)
    {
        if (ReferenceEquals(before, now)) return true;
        if (before is null) return false;
        foreach (var field in _fields)
            if (!field.Same(before, now)) return false;
        return true;
    }

    public override void Write(PackWriter to, T before, T now)
    {
        Span<bool> changed = stackalloc bool[_fields.Length];
        for (var at = 0; at < _fields.Length; at++) changed[at] = !_fields[at].Same(before, now);
        to.Mask(changed);
        for (var at = 0; at < _fields.Length; at++)
            if (changed[at]) _fields[at].Write(to, before, now);
    }

    public override T Read(PackReader from, T before)
    {
        var changed = from.Mask(_fields.Length);
        var values = new object?[_fields.Length];
        for (var at = 0; at < values.Length; at++)
            values[at] = changed[at] ? _fields[at].Read(from, before) : _fields[at].Of(before);
        return (T)_create.Invoke(values.AsSpan());
    }
}

internal abstract class Field<T>
{
    public abstract bool Same(T? before, T now);

    public abstract void Write(PackWriter to, T? before, T now);

    public abstract object? Read(PackReader from, T? before);

    /// <summary>As it was; of no record: nothing.</summary>
    public abstract object? Of(T? record);
}

internal sealed class Field<T, TValue>(Func<T, TValue> get, Pack<TValue> pack) : Field<T>
    where T : class
{
    public override bool Same(T? before, T now) => pack.Same(Value(before), get(now));

    public override void Write(PackWriter to, T? before, T now) => pack.Write(to, Value(before), get(now));

    public override object? Read(PackReader from, T? before) => pack.Read(from, Value(before));

    public override object? Of(T? record) => Value(record);

    private TValue Value(T? record) => record is null ? pack.Nothing : get(record);
}
