using System.Collections.Frozen;
using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Runs;

/// <summary>A component's reading: web-1.cpu, browse.goodput, service.level.</summary>
internal readonly record struct SeriesPath(string Component, string Reading)
{
    /// <summary>Of readings that are not counts of the last second.</summary>
    private static readonly FrozenDictionary<string, string> Units = new (string Unit, string[] Readings)[]
    {
        ("ms", ["p50", "p95", "p99", "uplinkWait", "downlinkWait"]),
        ("s", ["age"]),
        ("$", ["spent"]),
        ("$/h", ["dollarsPerHour"]),
        ("share", ["level", "cpu", "memory", "disk", "hitRatio", "uplink", "downlink", "load"]),
        ("", [
            "queue", "runQueue", "busy", "connections", "lockWaiters", "poolBusy", "poolWaiting", "tableWaiters",
            "poolerBusy", "poolerWaiting", "entries", "healthy", "waiting", "tlsQueue", "desired", "backlog", "inFlight", "dead",
            "powered", "generations",
        ]),
    }.SelectMany(each => each.Readings.Select(name => KeyValuePair.Create(name, each.Unit))).ToFrozenDictionary();

    /// <summary>Of a second's counts 1/s; of shares, 0–1, "share"; of things counted at a moment none.</summary>
    public string Unit => Units.GetValueOrDefault(Reading, "1/s");

    public static bool TryParse(string text, out SeriesPath path)
    {
        var dot = text.LastIndexOf('.');
        path = dot <= 0 || dot == text.Length - 1 ? default : new SeriesPath(text[..dot], text[(dot + 1)..]);
        return path != default;
    }

    public double? In(Dictionary<string, ImmutableArray<Reading>> readings)
    {
        if (!readings.TryGetValue(Component, out var own)) return null;
        foreach (var reading in own)
            if (reading.Name == Reading) return reading.Value;
        return null;
    }

    public override string ToString() => $"{Component}.{Reading}";
}
