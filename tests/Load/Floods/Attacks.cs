using System.Globalization;

namespace OpsGame.Load.Floods;

/// <summary>Floods a server in one way after another, and prints what became of it and what the innocent felt.</summary>
internal static class Attacks
{
    /// <summary>Of a column.</summary>
    private const int Width = 11;

    private const double Mebibyte = 1024 * 1024;

    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(200);

    /// <summary>What a flood leaves behind may be let go in this time.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    /// <summary>Openings come last: they leave the server full of drills.</summary>
    private static readonly Flood[] Floods =
    [
        new Calm(), new IdleConnections(), new SilentSockets(), new SlowReaders(), new Guesses(), new Commands(), new Plans(),
        new Reconnects(), new Openings(),
    ];

    /// <summary>0: everything held.</summary>
    public static async Task<int> Run(FloodPlan plan, string only, CancellationToken cancel)
    {
        var server = new ServerProcess(plan.ServerPid);
        var verdict = new Verdict(plan.MemoryMiB);
        await using var innocents = await Innocents.Begin(plan, cancel);
        await Task.Delay(Afterwards, cancel);
        Print(
            "attack", "tried", "done", "refused", "closed", "late ms", "late ticks", "skipped", "p99 ms", "max ms", "lost",
            "MiB", "at most", "after", "answers");
        foreach (var flood in Floods.Where(flood => flood.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            if (!await Undergo(plan, flood, innocents, server, verdict, cancel)) break;
        verdict.Lost = innocents.Lost;
        Console.WriteLine(verdict);
        return verdict.Holds ? 0 : 1;
    }

    /// <summary>Whether the server still answers.</summary>
    private static async Task<bool> Undergo(
        FloodPlan plan, Flood flood, Innocents innocents, ServerProcess server, Verdict verdict, CancellationToken cancel)
    {
        var (tally, before) = (new Tally(), server.MemoryBytes);
        innocents.Measured.Restart();
        innocents.Measured.Counting = true;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        over.CancelAfter(plan.Lasts);
        var attack = flood.Run(plan, tally, over.Token);
        var peak = await Peak(server, over.Token);
        innocents.Measured.Counting = false;
        var lateMs = innocents.OverdueMs;
        if (innocents.Measured.Late().Max is var seen && seen > lateMs) lateMs = seen;
        await attack;
        await Task.Delay(Afterwards, cancel);
        var (outcome, lives) = (innocents.Measured.Outcomes(), await Answers(plan, cancel));
        Print(
            flood.Name, $"{tally.Tried}", $"{tally.Taken}", $"{tally.Refused}", $"{tally.Closed}",
            Show(lateMs), Show(lateMs / Innocents.TickMs), $"{innocents.Measured.Gaps}", Show(outcome.P99), Show(outcome.Max),
            $"{innocents.Lost}", Mebibytes(before), Mebibytes(peak), Mebibytes(lives ? server.MemoryBytes : 0),
            lives ? "yes" : "NO");
        verdict.Add(flood.Name, lateMs / Innocents.TickMs, innocents.Measured.Gaps, peak / Mebibyte, lives);
        if (tally.Refused > 0) Console.WriteLine($"  refused: {string.Join(", ", tally.Refusals)}");
        return lives;
    }

    /// <summary>The most memory the server had until it was over.</summary>
    private static async Task<long> Peak(ServerProcess server, CancellationToken over)
    {
        long peak = 0;
        try
        {
            while (!over.IsCancellationRequested)
            {
                peak = Math.Max(peak, server.MemoryBytes);
                await Task.Delay(Sample, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (ArgumentException)
        {
            // The process is gone: whether it answers says so.
        }

        return peak;
    }

    private static async Task<bool> Answers(FloodPlan plan, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = plan.Server, Timeout = AnswersWithin };
        try
        {
            return (await http.GetAsync(new Uri("health", UriKind.Relative), cancel)).IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string Mebibytes(long bytes) => Show(bytes / Mebibyte);

    private static string Show(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Print(string attack, params string[] cells) =>
        Console.WriteLine($"{attack,-22}{string.Concat(cells.Select(cell => $"{cell,Width}"))}");

    /// <summary>To compare with.</summary>
    private sealed class Calm : Flood
    {
        public override string Name => "nothing";

        protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Task.CompletedTask;
    }
}
