using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>A class's requests since the meters were last reset.</summary>
/// <param name="measured">The distribution of the whole run is kept, for a report.</param>
internal sealed class ClassCounts(bool measured)
{
    private Histogram _latency = new();
    private long _sum;

    public long[] Failed { get; } = new long[CauseTable.Count];

    public long Offered { get; set; }

    /// <summary>Offered before the meters were last reset, and then still under way.</summary>
    public long Carried { get; private set; }

    public long Within { get; private set; }

    public long Late { get; private set; }

    /// <summary>True: within the target.</summary>
    public bool Answer(long latencyNs, long targetNs)
    {
        _sum += latencyNs;
        if (measured) _latency.Add(latencyNs);
        var within = latencyNs <= targetNs;
        if (within) Within++;
        else Late++;
        return within;
    }

    public void Reset(long underWay)
    {
        Carried = underWay;
        Offered = Within = Late = _sum = 0;
        Array.Clear(Failed);
        _latency.Clear();
    }

    public ClassReport Report(string id)
    {
        var failed = ImmutableSortedDictionary.CreateBuilder<Cause, long>();
        for (var cause = 1; cause < Failed.Length; cause++)
            if (Failed[cause] > 0) failed.Add((Cause)cause, Failed[cause]);
        return new ClassReport(id, Offered, Within + Late, Within, Late, failed.ToImmutable(), _latency.Report());
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Offered);
        hash.Add(Within);
        hash.Add(Late);
        hash.Add(_sum);
        for (var cause = 0; cause < CauseTable.Later; cause++) hash.Add(Failed[cause]);
        for (var cause = CauseTable.Later; cause < Failed.Length; cause++)
        {
            if (Failed[cause] == 0) continue;
            hash.Add((long)cause);
            hash.Add(Failed[cause]);
        }
    }
}
