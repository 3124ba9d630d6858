using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>A schedule as somebody writes it into one line: "0s 4, 2m 8, 5m 4", from when how many servers.</summary>
public static class ScalingSchedule
{
    /// <summary>Leaves the schedule as it is.</summary>
    public const string Keep = "keep";

    /// <summary>There is none any more.</summary>
    public const string None = "none";

    /// <summary>What one can oversee in a line.</summary>
    public const int Most = 20;

    /// <summary>Of one entry; as many as a scaler may keep.</summary>
    public const int MostServers = 100;

    /// <summary>Characters in which so many entries fit.</summary>
    public const int MostLength = 400;

    /// <summary>Of what cannot be read, as much is shown.</summary>
    private const int MostShown = 40;

    /// <summary>Times of the drill and numbers of servers, at most Max of them.</summary>
    public static ParameterKind Parameter { get; } = new("schedule", ParameterShape.Notation)
    {
        MostLength = MostLength,
        // order and limits are checked as it is read
        Pattern = @"^(keep|none|[0-9.a-z]+ +\d+( *, *[0-9.a-z]+ +\d+)*)$",
        Told = $"at most {Most} times of the drill in their order, with servers, as `0s 4, 2m 8`; none; keep",
    };

    /// <summary>
    /// Why not: schedule-unreadable, schedule-too-long, schedule-not-in-order; null: it was read. Keep and none have no entries.
    /// </summary>
    public static Refusal? Read(string name, string text, out ImmutableArray<ScheduledSize> schedule)
    {
        schedule = [];
        if (text is Keep or None) return null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > Most) return Refusal.Of(ScalerRefusals.ScheduleTooLong, name, Show(Most), Show(parts.Length));
        var entries = ImmutableArray.CreateBuilder<ScheduledSize>(parts.Length);
        foreach (var part in parts)
        {
            if (Entry(part) is not { } entry)
                return Refusal.Of(ScalerRefusals.ScheduleUnreadable, name, part.Length <= MostShown ? part : part[..MostShown]);
            if (entries.Count > 0 && entry.AtNs <= entries[^1].AtNs)
                return Refusal.Of(
                    ScalerRefusals.ScheduleNotInOrder, name, Durations.Show(entry.AtNs), Durations.Show(entries[^1].AtNs));
            entries.Add(entry);
        }

        schedule = entries.DrainToImmutable();
        return null;
    }

    public static string Show(ImmutableArray<ScheduledSize> schedule) =>
        schedule.IsEmpty
            ? None
            : string.Join(", ", schedule.Select(entry => $"{Durations.Show(entry.AtNs)} {Show(entry.Desired)}"));

    private static ScheduledSize? Entry(string part) =>
        part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var at, var servers]
        && Durations.TryRead(at, out var ns)
        && int.TryParse(servers, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostServers
            ? new ScheduledSize(ns, number)
            : null;

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
