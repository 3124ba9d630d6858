using System.Collections.Immutable;

namespace OpsGame.Grains.Drills;

/// <summary>
/// Who is connected, as the server processes report it; a process that falls silent is forgotten with its people.
/// </summary>
internal sealed class Presence(TimeProvider time)
{
    /// <summary>Server processes report again well within this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, (long At, ImmutableArray<string> People)> _reports = new(StringComparer.Ordinal);
    private long _somebodyAt = time.GetTimestamp();

    public ImmutableArray<string> Online { get; private set; } = [];

    /// <summary>True: who is online has changed.</summary>
    public bool Report(string process, ImmutableArray<string> people)
    {
        if (!Online.IsEmpty) _somebodyAt = time.GetTimestamp();
        _reports[process] = (time.GetTimestamp(), people);
        return Recount();
    }

    public bool NobodyFor(TimeSpan patience)
    {
        Recount();
        if (!Online.IsEmpty) _somebodyAt = time.GetTimestamp();
        return time.GetElapsedTime(_somebodyAt) > patience;
    }

    private bool Recount()
    {
        foreach (var silent in _reports.Where(report => time.GetElapsedTime(report.Value.At) > Patience).ToArray())
            _reports.Remove(silent.Key);
        var online =
            _reports.Values.SelectMany(report => report.People).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (online.SequenceEqual(Online)) return false;
        Online = online;
        return true;
    }
}
