namespace OpsGame.Server.Packing;

/// <summary>
/// A list: whether its length changed and which places did, its length if so, and what changed at the places. One that was not
/// there before is told as what differs from the place before it: neighbours are alike.
/// </summary>
internal sealed class ListPack<T>(Pack<T> item) : Pack<T[]>
{
    public override T[] Nothing => [];

    public override bool Same(T[] before, T[] now)
    {
        if (ReferenceEquals(before, now)) return true;
        if (before.Length != now.Length) return false;
        for (var at = 0; at < now.Length; at++)
            if (!item.Same(before[at], now[at])) return false;
        return true;
    }

    public override void Write(PackWriter to, T[] before, T[] now)
    {
        Span<bool> changed = now.Length < 128 ? stackalloc bool[now.Length + 1] : new bool[now.Length + 1];
        changed[0] = now.Length != before.Length;
        for (var at = 0; at < now.Length; at++) changed[at + 1] = !item.Same(Base(before, now, at), now[at]);
        to.Mask(changed);
        if (changed[0]) to.Count((ulong)now.Length);
        for (var at = 0; at < now.Length; at++)
            if (changed[at + 1]) item.Write(to, Base(before, now, at), now[at]);
    }

    public override T[] Read(PackReader from, T[] before)
    {
        var changed = from.Mask();
        var now = new T[changed[0] ? (int)from.Count() : before.Length];
        for (var at = 0; at < now.Length; at++)
        {
            var known = Base(before, now, at);
            now[at] = at + 1 < changed.Length && changed[at + 1] ? item.Read(from, known) : known;
        }

        return now;
    }

    private T Base(T[] before, T[] now, int at) =>
        at < before.Length ? before[at] : at > 0 ? now[at - 1] : item.Nothing;
}
