using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine;

/// <summary>A request class as the engine knows it: its luck, its samplers, its counts.</summary>
internal sealed class UserClass
{
    private readonly Draw arrivals;
    private readonly Draw keys;
    private readonly Draw writes;
    private readonly Draw retries;
    private readonly Draw[] work = new Draw[3];
    private readonly WorkSampler[] samplers = new WorkSampler[3];
    private readonly ZipfKeys? zipf;
    private readonly Histogram window = new();
    private int windowOffered;
    private int windowAnswered;
    private int windowFailed;

    public UserClass(int index, ClassSpec spec, ulong seed, int firstKey, int patienceLane)
    {
        Index = index;
        Spec = spec;
        FirstKey = firstKey;
        PatienceLane = patienceLane;
        var component = (ulong)index;
        arrivals = new Draw(seed, Purpose.Arrival, component);
        keys = new Draw(seed, Purpose.Key, component);
        writes = new Draw(seed, Purpose.Write, component);
        retries = new Draw(seed, Purpose.Retry, component);
        zipf = spec.Keys > 1 ? new ZipfKeys(spec.Keys, spec.Zipf) : null;
        WorkSpec?[] tiers = [spec.Web, spec.App, spec.Db];
        for (var tier = 0; tier < 3; tier++)
        {
            Passes[tier] = tiers[tier] is not null;
            work[tier] = new Draw(seed, Purpose.WebWork + tier, component);
            if (tiers[tier] is { } given) samplers[tier] = new WorkSampler(given);
        }
    }

    public int Index { get; }

    public ClassSpec Spec { get; }

    /// <summary>Offset of its keys among all classes' keys.</summary>
    public int FirstKey { get; }

    /// <summary>−1: endless patience.</summary>
    public int PatienceLane { get; }

    public bool[] Passes { get; } = new bool[3];

    /// <summary>Number of the next request, and which schedule of arrivals is in force.</summary>
    public long NextNumber { get; set; }

    public int Schedule { get; set; }

    /// <summary>The next arrival's exposure still to come, as of a time (s).</summary>
    public double Exposure { get; set; }

    public double ExposureFrom { get; set; }

    public ClassCounts Counts { get; } = new();

    public ClassTelemetry Last { get; private set; } = null!;

    public double ArrivalExposure(long number) => arrivals.Exponential((ulong)number);

    public int KeyOf(long number) => FirstKey + (zipf?.Key(keys.Unit((ulong)number)) ?? 0);

    public bool Writes(long number) => Spec.WriteShare > 0 && writes.Unit((ulong)number) < Spec.WriteShare;

    public double Work(int tier, ulong luck) => samplers[tier].Sample(work[tier].Unit(luck));

    public long BackoffNs(ulong luck) =>
        (long)(Spec.Retry.BackoffNs * (1 + Spec.Retry.Jitter * (2 * retries.Unit(luck) - 1)));

    public void Offer()
    {
        Counts.Offered++;
        windowOffered++;
    }

    public bool Answer(long latency)
    {
        windowAnswered++;
        window.Add(latency);
        return Counts.Answer(latency, Spec.TargetNs);
    }

    public void Fail(Cause cause)
    {
        Counts.Failed[(int)cause]++;
        windowFailed++;
    }

    public void RollWindow()
    {
        Last = new ClassTelemetry(Spec.Id, windowOffered, windowAnswered, windowFailed, window.Percentiles());
        (windowOffered, windowAnswered, windowFailed) = (0, 0, 0);
        window.Clear();
    }
}

/// <summary>A class's requests since the meters were last reset.</summary>
internal sealed class ClassCounts
{
    private readonly Histogram latency = new();

    public long[] Failed { get; } = new long[(int)Cause.Shed + 1];

    public long Offered { get; set; }

    public long Within { get; private set; }

    public long Late { get; private set; }

    /// <summary>True: within the target.</summary>
    public bool Answer(long latencyNs, long targetNs)
    {
        latency.Add(latencyNs);
        var within = latencyNs <= targetNs;
        if (within) Within++;
        else Late++;
        return within;
    }

    public void Reset()
    {
        Offered = Within = Late = 0;
        Array.Clear(Failed);
        latency.Clear();
    }

    public ClassReport Report(string id)
    {
        var failed = System.Collections.Immutable.ImmutableSortedDictionary.CreateBuilder<Cause, long>();
        for (var cause = 1; cause < Failed.Length; cause++)
            if (Failed[cause] > 0) failed.Add((Cause)cause, Failed[cause]);
        return new ClassReport(id, Offered, Within + Late, Within, Late, failed.ToImmutable(), latency.Report());
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Offered);
        hash.Add(Within);
        hash.Add(Late);
        hash.Add(latency.Sum);
        foreach (var count in Failed) hash.Add(count);
    }
}
