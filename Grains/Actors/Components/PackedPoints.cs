using System.Collections.Immutable;

namespace OpsGame.Grains.Components;

/// <summary>
/// Readings of some seconds in little room: of a second, which of them changed and by how much. Values keep twelve bits after
/// their first one: counts up to 8192 are exact, others to a hundredth of a percent, which no chart can show.
/// </summary>
internal sealed class PackedPoints(ImmutableArray<string> names, int most)
{
    /// <summary>Seconds that are forgotten together.</summary>
    private const int PageLength = 60;

    private const int Dropped = 23 - 12;
    private const long UsualNs = 1_000_000_000;

    private readonly Queue<Page> _pages = new();
    private readonly int[] _last = new int[names.Length];
    private readonly bool[] _changed = new bool[names.Length];
    private Page? _page;
    private long _lastNs;

    public void Add(long atNs, ReadOnlySpan<float> values)
    {
        if (_page is not { Length: < PageLength }) Turn(atNs);
        var to = _page!;
        to.Length++;
        if (atNs - _lastNs == UsualNs) to.Number(0);
        else
        {
            to.Number(1);
            to.Difference(atNs - _lastNs);
        }

        var mask = 0UL;
        for (var at = 0; at < values.Length; at++)
        {
            _changed[at] = Coarse(values[at]) != _last[at];
            if (_changed[at]) mask |= 1UL << at;
        }

        to.Number(mask);
        for (var at = 0; at < values.Length; at++)
        {
            if (!_changed[at]) continue;
            var now = Coarse(values[at]);
            to.Difference((long)now - _last[at]);
            _last[at] = now;
        }

        _lastNs = atNs;
    }

    public ComponentPast Past()
    {
        var (times, values) = (new List<long>(), names.Select(_ => new List<double>()).ToArray());
        foreach (var page in _pages) page.Read(times, values);
        var old = Math.Max(0, times.Count - most);
        return new ComponentPast(
            [.. times.Skip(old)], [.. names.Select((name, at) => new Series(name, [.. values[at].Skip(old)]))], []);
    }

    private static int Coarse(float value) => (BitConverter.SingleToInt32Bits(value) + (1 << (Dropped - 1))) >> Dropped;

    private static double Fine(int coarse) => BitConverter.Int32BitsToSingle(coarse << Dropped);

    /// <summary>A page is read by itself: it begins with nothing before it.</summary>
    private void Turn(long atNs)
    {
        _page?.Close();
        _pages.Enqueue(_page = new Page(atNs));
        Array.Clear(_last);
        _lastNs = atNs;
        if ((_pages.Count - 2) * PageLength >= most) _pages.Dequeue();
    }

    private sealed class Page(long firstNs)
    {
        private byte[] _bytes = new byte[256];
        private int _used;

        public int Length { get; set; }

        /// <summary>Seven bits a byte, the lowest first.</summary>
        public void Number(ulong number)
        {
            if (_used + 10 > _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length);
            for (; number > 0x7f; number >>= 7) _bytes[_used++] = (byte)(number | 0x80);
            _bytes[_used++] = (byte)number;
        }

        public void Difference(long difference) => Number((ulong)((difference << 1) ^ (difference >> 63)));

        /// <summary>Nothing more is written on it.</summary>
        public void Close() => Array.Resize(ref _bytes, _used);

        public void Read(List<long> times, List<double>[] values)
        {
            var (at, ns, last) = (0, firstNs, new int[values.Length]);
            for (var point = 0; point < Length; point++)
            {
                ns += Number(ref at) == 0 ? UsualNs : Difference(ref at);
                times.Add(ns);
                var mask = Number(ref at);
                for (var name = 0; name < last.Length; name++)
                {
                    if ((mask >> name & 1) != 0) last[name] += (int)Difference(ref at);
                    values[name].Add(Fine(last[name]));
                }
            }
        }

        private ulong Number(ref int at)
        {
            var (number, shift) = (0UL, 0);
            for (; (_bytes[at] & 0x80) != 0; at++, shift += 7) number |= (ulong)(_bytes[at] & 0x7f) << shift;
            return number | (ulong)_bytes[at++] << shift;
        }

        private long Difference(ref int at)
        {
            var number = Number(ref at);
            return (long)(number >> 1) ^ -(long)(number & 1);
        }
    }
}
