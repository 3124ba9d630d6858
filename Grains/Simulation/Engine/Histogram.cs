using System.Numerics;
using System.Runtime.CompilerServices;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// Counts of durations in buckets of equal relative width (64 an octave: within 0.8 %), from 0 ns to 39 h. An estate has some
/// thousand of these, each of few octaves: it keeps room for those that were met.
/// </summary>
internal struct Histogram()
{
    private const int SubBits = 6;
    private const int Sub = 1 << SubBits;
    private const int Octaves = 41;
    private const int OctavesAtOnce = 4;

    private int[] _counts = [];

    /// <summary>Where an octave's buckets begin in the counts, in octaves from 1; 0: it was not met.</summary>
    private Places _places;
    private int _met;
    private int _lowest = int.MaxValue;
    private int _highest = -1;

    public long Count { get; private set; }

    public long Sum { get; private set; }

    public long Max { get; private set; }

    public void Add(long value)
    {
        var bucket = Bucket(value);
        var place = _places[bucket >> SubBits];
        if (place == 0) place = Meet(bucket >> SubBits);
        _counts[((place - 1) << SubBits) + (bucket & (Sub - 1))]++;
        if (bucket < _lowest) _lowest = bucket;
        if (bucket > _highest) _highest = bucket;
        Count++;
        Sum += value;
        if (value > Max) Max = value;
    }

    public void Clear()
    {
        if (_highest >= 0) Array.Clear(_counts);
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
        if (Count == 0) return 0;
        var rank = share * Count;
        double below = 0;
        for (var bucket = _lowest; bucket <= _highest; bucket++)
        {
            var place = _places[bucket >> SubBits];
            if (place == 0)
            {
                bucket |= Sub - 1;
                continue;
            }

            var here = _counts[((place - 1) << SubBits) + (bucket & (Sub - 1))];
            if (here > 0 && below + here >= rank)
            {
                var low = Low(bucket);
                var width = Low(bucket + 1) - low;
                return Math.Min(Max, low + (long)((rank - below) / here * width));
            }

            below += here;
        }

        return Max;
    }

    public Percentiles Percentiles() => new(Quantile(0.5), Quantile(0.95), Quantile(0.99));

    public QuantileReport Report()
    {
        static double Ms(long ns) => Nanoseconds.ToMilliseconds(ns);
        return new QuantileReport(
            Count == 0 ? 0 : Sum / (double)Count / Nanoseconds.PerMillisecond,
            Ms(Quantile(0.5)), Ms(Quantile(0.9)), Ms(Quantile(0.95)), Ms(Quantile(0.99)), Ms(Quantile(0.999)), Ms(Max));
    }

    private byte Meet(int octave)
    {
        if (_met << SubBits == _counts.Length) Array.Resize(ref _counts, _counts.Length + OctavesAtOnce * Sub);
        return _places[octave] = (byte)++_met;
    }

    private static int Bucket(long value)
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
