using System.Globalization;

namespace OpsGame.Load;

/// <summary>What a run prints.</summary>
internal static class Table
{
    private const string Unknown = "give --pid";

    public static void Print(LoadPlan plan, Crowd crowd, int queued, Measurements measured, Figures figures)
    {
        var (clients, outcome, late) = (crowd.Seated.Count(), measured.Outcomes(), measured.Late());
        Print(
        [
            ("estates", string.Join(", ", plan.Mix.Select(share => $"{share.Estates} {share.Scenario}"))),
            ("clients", $"{clients}"),
            ("seconds measured", Show(figures.Seconds)),
            ("commands seen done", $"{outcome.Count}"),
            ("commands refused", $"{measured.Refusals}"),
            ("send → frame p50 ms", Show(outcome.P50)),
            ("send → frame p99 ms", Show(outcome.P99)),
            ("send → frame max ms", Show(outcome.Max)),
            ("looks at a component", $"{measured.Inspected}"),
            ("left and joined", $"{measured.Changes}"),
            ("frames/s a client", Show(measured.Frames / figures.Seconds / clients)),
            ("gaps in ticks", $"{measured.Gaps}"),
            ("late beyond one tick ms", Show(measured.BehindMsMax)),
            ("late at a client p99 ms", Show(late.P99)),
            ("late at a client max ms", Show(late.Max)),
            ("bytes/s a client", Show(measured.Bytes / figures.Seconds / clients)),
            ("bytes a frame", Show(measured.BytesAFrame)),
            ("plans queued", $"{queued}"),
            ("seeds finished/s", Show(measured.Seeds / figures.Seconds)),
            ("server CPU cores", plan.ServerPid is null ? Unknown : Show(figures.Cores)),
            ("server CPU µs a tick", plan.ServerPid is null ? Unknown : Show(figures.MicrosATick)),
            ("server memory MiB", plan.ServerPid is null ? Unknown : Show(figures.MemoryBytes / 1048576.0)),
            .. Rows(figures),
        ]);
    }

    public static void Print(StormReport storm) => Print(
    [
        ("storm: clients", $"{storm.Clients}"),
        ("storm: first seated s", Show(storm.FirstSeconds)),
        ("storm: all seated s", Show(storm.LastSeconds)),
        ("storm: attempts", $"{storm.Attempts}"),
        ("storm: late p99 ms", Show(storm.Late.P99)),
        ("storm: late max ms", Show(storm.Late.Max)),
        ("storm: behind max ms", Show(storm.BehindMsMax)),
    ]);

    public static void Print(Figures game, Figures bare) => Print(
    [
        ("bare hub: µs a send", Show(bare.MicrosATick)),
        ("bare hub: cores", Show(bare.Cores)),
        .. Rows(bare),
        ("game / bare hub", game.Cores > 0 ? Show(game.MicrosATick / bare.MicrosATick) : Unknown),
    ]);

    private static IEnumerable<(string, string)> Rows(Figures figures) => figures.Runtime is not { } runtime
        ? []
        :
        [
            ("  allocated bytes a tick", Show(runtime.Allocated / figures.Ticks)),
            ("  GC pauses", $"{runtime.Pauses}"),
            ("  GC paused ms", Show(runtime.PausedMs)),
            ("  GC longest pause ms", Show(runtime.LongestPauseMs)),
        ];

    private static void Print((string Name, string Value)[] rows)
    {
        foreach (var (name, value) in rows) Console.WriteLine($"{name,-26} {value,12}");
    }

    private static string Show(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
