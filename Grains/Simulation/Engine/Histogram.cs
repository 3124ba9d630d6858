using System.Numerics;
using System.Runtime.CompilerServices;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// Counts of durations in buckets of equal relative width (64 an octave: within 0.8 %), from 0 ns to 39 h. An estate has some
/// thousand of these, each of few octaves: it keeps room for those that were met, and where hardly anything happens not even
/// that, but the buckets one by one.
/// </summary>
internal struct Histogram()
{
    private const int SubBits = 6;
    private const int Sub = 1 << SubBits;
    private const int Octaves = 41;
    private const int OctavesAtOnce = 2;
    private const int Few = 32;
    private const int FewAtOnce = 8;

    /// <summary>The bucket of every value, in any order, while there is no room for octaves yet.</summary>
    private ushort[] _few = [];

    private int[] _counts = [];

    /// <summary>Where an octave's buckets begin in the counts, in octaves from 1; 0: it was not met.</summary>
    private Places _places;
    private int _met;
    private int _lowest = int.MaxValue;
    private int _highest = -1;

    public long Count { get; private set; }

    public long Sum { get; private set; }

    public long Max { get; private set; }

    public void Add(long value) => Add(value, Bucket(value));

    /// <param name="bucket">The value's.</param>
    public void Add(long value, int bucket)
    {
        if (_counts.Length == 0) KeepOne(bucket);
        else CountOne(bucket);
        if (bucket < _lowest) _lowest = bucket;
        if (bucket > _highest) _highest = bucket;
        Count++;
        Sum += value;
        if (value > Max) Max = value;
    }

    public void Clear()
    {
        if (Count == 0) return;
        for (var octave = _lowest >> SubBits; octave <= _highest >> SubBits; octave++)
            if (_places[octave] > 0) CountsOf(octave).Clear();
        _lowest = int.MaxValue;
        _highest = -1;
        Count = 0;
        Sum = 0;
        Max = 0;
    }

    /// <summary>
    /// The value a share (0–1) of all counted lies below; linear inside its bucket; 0 when nothing was counted.
    /// </summary>
    public long Quantile(double share)
    {
        long value = 0;
        Find([share], new Span<long>(ref value));
        return value;
    }

    public Percentiles Percentiles()
    {
        Span<long> values = stackalloc long[3];
        Find([0.5, 0.95, 0.99], values);
        return new Percentiles(values[0], values[1], values[2]);
    }

    public QuantileReport Report()
    {
        static double Ms(long ns) => Nanoseconds.ToMilliseconds(ns);
        return new QuantileReport(
            Count == 0 ? 0 : Sum / (double)Count / Nanoseconds.PerMillisecond,
            Ms(Quantile(0.5)), Ms(Quantile(0.9)), Ms(Quantile(0.95)), Ms(Quantile(0.99)), Ms(Quantile(0.999)), Ms(Max));
    }

    /// <param name="shares">The smallest first.</param>
    private void Find(ReadOnlySpan<double> shares, Span<long> values)
    {
        values.Fill(Max);
        if (Count == 0) return;
        if (_counts.Length == 0) _few.AsSpan(0, (int)Count).Sort();
        double below = 0;
        var (next, bucket) = (0, _lowest);
        while (next < shares.Length && InBucket(ref bucket) is > 0 and var count)
        {
            for (; next < shares.Length && below + count >= shares[next] * Count; next++)
            {
                var low = Low(bucket);
                var width = Low(bucket + 1) - low;
                values[next] = Math.Min(Max, low + (long)((shares[next] * Count - below) / count * width));
            }

            below += count;
            bucket++;
        }
    }

    /// <summary>How many values are in the next bucket that has any, from one on; 0: there is none.</summary>
    private readonly int InBucket(ref int bucket)
    {
        if (_counts.Length == 0)
        {
            var few = _few.AsSpan(0, (int)Count);
            var at = 0;
            while (at < few.Length && few[at] < bucket) at++;
            if (at == few.Length) return 0;
            bucket = few[at];
            return few[at..].LastIndexOf((ushort)bucket) + 1;
        }

        for (; bucket <= _highest; bucket = ((bucket >> SubBits) + 1) << SubBits)
        {
            if (_places[bucket >> SubBits] == 0) continue;
            var counts = CountsOf(bucket >> SubBits)[(bucket & (Sub - 1))..];
            if (counts.IndexOfAnyExcept(0) is not (>= 0 and var empty)) continue;
            bucket += empty;
            return counts[empty];
        }

        return 0;
    }

    private void KeepOne(int bucket)
    {
        if (Count == Few)
        {
            foreach (var kept in _few) CountOne(kept);
            _few = [];
            CountOne(bucket);
            return;
        }

        if (Count == _few.Length) Array.Resize(ref _few, _few.Length + FewAtOnce);
        _few[Count] = (ushort)bucket;
    }

    private void CountOne(int bucket)
    {
        var place = _places[bucket >> SubBits];
        if (place == 0) place = Meet(bucket >> SubBits);
        _counts[((place - 1) << SubBits) + (bucket & (Sub - 1))]++;
    }

    private readonly Span<int> CountsOf(int octave) => _counts.AsSpan((_places[octave] - 1) << SubBits, Sub);

    private byte Meet(int octave)
    {
        if (_met << SubBits == _counts.Length) Array.Resize(ref _counts, _counts.Length + OctavesAtOnce * Sub);
        return _places[octave] = (byte)++_met;
    }

    public static int Bucket(long value)
    {
        if (value < Sub) return (int)Math.Max(value, 0);
        var shift = 63 - BitOperations.LeadingZeroCount((ulong)value) - SubBits;
        if (shift >= Octaves) return Sub * (Octaves + 1) - 1;
        return ((shift + 1) << SubBits) + (int)(value >> shift) - Sub;
    }

    private static long Low(int bucket)
    {
        if (bucket < Sub) return bucket;
        var shift = (bucket >> SubBits) - 1;
        return (long)((bucket & (Sub - 1)) + Sub) << shift;
    }

    [InlineArray(Octaves + 1)]
    private struct Places
    {
        private byte _first;
    }
}
