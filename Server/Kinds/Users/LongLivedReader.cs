using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Users;

/// <summary>Connections that stay, and what goes over them.</summary>
internal static class LongLivedReader
{
    private const long Second = Nanoseconds.PerSecond;

    private static readonly Notation<WorkSpec> Lasts = WorkNotation.DurationOrWork(Second, 24 * 3600 * Second);

    public static LongLivedSpec? Read(MapReader users)
    {
        if (users.Map("connection", says: "an answer is the end of it") is not { } map) return null;
        var spec = new LongLivedSpec(
            map.Read("lasts", Lasts, new WorkSpec(WorkKind.Fixed, Second, 0)),
            map.ReadOr("reconnect", 0, Notations.Duration.Between(0, 600 * Second)),
            map.ReadOr("heartbeat", 45 * Second, Notations.Duration.Between(Second, 600 * Second)));
        map.Close();
        return spec;
    }

    /// <summary>Whoever says something has a connection to say it over, and nothing else to do about it.</summary>
    public static void Check(MapReader root, ImmutableArray<ClassSpec>.Builder classes)
    {
        var (reading, at) = (root.Reading, root.At("classes"));
        foreach (var users in classes.Where(users => users.LongLived is not null))
        {
            var held = users.RatePerSecond * users.LongLived!.Lasts.MeanNs / Second;
            if (held > Limits.LongLived)
                reading.Add(
                    at, "out-of-range",
                    $"'{users.Id}' would hold {held:0} connections; rate × lasts should be at most {Limits.LongLived}");
        }

        foreach (var users in classes.Where(users => users.Over.Length > 0))
        {
            var over = classes.FirstOrDefault(other => other.Id == users.Over);
            if (over?.LongLived is null)
                reading.Add(at, "dangling", $"'{users.Id}' goes over '{users.Over}', which is no class with a 'connection'");
            else if (over.Entry != users.Entry)
                reading.Add(
                    at, "impossible",
                    $"'{users.Id}' goes over '{users.Over}', so both should ask for work of {Kebab.Of(over.Entry)} first");
            if (users is not { LongLived: null, Clients: 0, EdgeCacheable: false, Retry.Attempts: 1 })
                reading.Add(
                    at, "impossible",
                    $"'{users.Id}' goes over connections of another class, so it should have no 'connection', 'clients', 'edge' "
                    + "or 'retry' of its own");
        }
    }
}
