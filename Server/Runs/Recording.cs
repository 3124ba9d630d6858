using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Runs;

/// <summary>What a run is asked to write down beside its measurements: events, and series of readings, one a second.</summary>
internal sealed class Recording(bool events, ImmutableArray<SeriesPath> paths)
{
    private readonly List<DomainEvent> _events = [];
    private readonly List<double?>[] _values = [.. paths.Select(_ => new List<double?>())];

    public void Hear(World world)
    {
        if (events) _events.AddRange(world.Told);
        if (paths.IsEmpty || world.Tick % Nanoseconds.TicksPerSecond != 0) return;
        var readings = ReadingsOf(world.Last);
        for (var index = 0; index < paths.Length; index++) _values[index].Add(paths[index].In(readings));
    }

    public ImmutableArray<DomainEvent> Events => [.. _events];

    public ImmutableArray<Series> Series => [.. paths.Zip(_values, (path, values) => new Series(path, [.. values]))];

    /// <summary>Of every component, class of users, and the service as a whole, by name.</summary>
    public static Dictionary<string, ImmutableArray<Reading>> ReadingsOf(EstateFrame frame)
    {
        var readings = new Dictionary<string, ImmutableArray<Reading>>(StringComparer.Ordinal)
        {
            ["service"] =
            [
                new("level", frame.Service.Level), new("dollarsPerHour", frame.Service.NanoDollarsPerHour / 1e9),
                new("spent", frame.Service.SpentNanoDollars / 1e9),
            ],
        };
        foreach (var users in frame.Classes)
            readings[users.Id] =
            [
                new("offered", users.Offered), new("answered", users.Answered), new("goodput", users.Within),
                new("failed", users.Failed), .. LatencyReadings.Of(users.Latency),
            ];
        foreach (var kind in KindTable.All)
            foreach (var (id, own) in kind.Readings(frame.Columns)) readings[id] = own;
        return readings;
    }
}

/// <summary>A reading over a run, one value a second; null while its component was not there.</summary>
internal sealed record Series(SeriesPath Path, ImmutableArray<double?> Values);
