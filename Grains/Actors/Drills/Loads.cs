namespace OpsGame.Grains.Drills;

/// <summary>What the silos say of their live estates; one that falls silent is forgotten.</summary>
internal sealed class Loads(TimeProvider time)
{
    /// <summary>They say it every second.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    private readonly Dictionary<SiloAddress, (double Load, long At)> _reports = [];

    public void Report(SiloAddress silo, double load) => _reports[silo] = (load, time.GetTimestamp());

    /// <summary>The one with the most room, or null: nobody has said anything yet.</summary>
    public SiloAddress? Emptiest =>
        Recent().OrderBy(report => report.Value.Load).Select(report => report.Key).FirstOrDefault();

    /// <summary>Every one has as much as it can carry.</summary>
    public bool AreFull => Recent().ToArray() is { Length: > 0 } reports && reports.All(report => report.Value.Load >= 1);

    private IEnumerable<KeyValuePair<SiloAddress, (double Load, long At)>> Recent() =>
        _reports.Where(report => time.GetElapsedTime(report.Value.At) < Holds);
}
